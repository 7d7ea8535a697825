package io.github.netnutmaven.testkit;

/** A clock on which 3 seconds pass between two looks at it, so that every wait is a long one. */
public final class LateTiming extends FixedTiming {
  private long looks;

  @Override
  public long nanoTime() {
    return ++looks * 3_000_000_000L;
  }
}
