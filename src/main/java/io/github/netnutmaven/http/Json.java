package io.github.netnutmaven.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/** How strict we are with JSON: no key twice, nothing nested deeper than a real answer needs. */
final class Json {
  /** The deepest nesting that is read. The API's own answers have one level. */
  static final int MAX_DEPTH = 64;

  private Json() {}

  /** A factory of its own for each goal; its buffers are not kept, so no thread holds on to us. */
  static JsonFactory factory() {
    return JsonFactory.builder()
        .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }
}
