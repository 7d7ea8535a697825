package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.Verification;
import java.time.Duration;

/** Which token is good enough, as the valid parameters of a goal say it. */
record TokenPolicy(Verification verification, Duration verifyInterval, Duration minValidity) {}
