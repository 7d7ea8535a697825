package io.github.netnutmaven.output;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The valid parameters of {@code login} that say where the token goes.
 *
 * @param property the name of the property, which is free to use
 * @param isHidden whether the property stays unset, and only those with a suffix are set
 * @param everywhere whether every module gets the properties, or this goal's only
 * @param tokenFile the file that receives the bare token, if any
 * @param envFile the file that receives it as a variable, if any
 * @param envVariable the name of that variable
 * @param mask the CI server's command to mask the token, if it is wanted
 */
public record OutputParameters(
    String property,
    boolean isHidden,
    boolean everywhere,
    @Nullable Path tokenFile,
    @Nullable Path envFile,
    String envVariable,
    @Nullable CiMask mask) {}
