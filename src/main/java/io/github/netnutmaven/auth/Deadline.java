package io.github.netnutmaven.auth;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** The end of a goal's time, and the waits until then, of which no long one is silent. */
public final class Deadline {
  /** The longest that one try may take, so that a silent server leaves time for another. */
  private static final Duration LONGEST_TRY = Duration.ofSeconds(30);

  /** The longest time without a line while the goal waits. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  /** The time between two lines about one wait. */
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  private final Timing timing;
  private final Consumer<Message> info;
  private final Duration limit;
  private final long end;
  private long lastLine;

  /** Starts the time of something that does not wait. */
  public Deadline(Duration limit, Timing timing) {
    this(limit, timing, line -> {});
  }

  /**
   * Starts the time.
   *
   * @param limit how long from now
   * @param info receives a line about each wait of 5 seconds or more, and again every 30 seconds
   */
  public Deadline(Duration limit, Timing timing, Consumer<Message> info) {
    this.timing = timing;
    this.info = info;
    this.limit = limit;
    this.lastLine = timing.nanoTime();
    this.end = lastLine + limit.toNanos();
  }

  /** The time left, never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - timing.nanoTime()));
  }

  /** How long the next try may take: what is left, but at most half of the whole, and 30 s. */
  public Duration nextTry() {
    return Collections.min(List.of(left(), limit.dividedBy(2), LONGEST_TRY));
  }

  /** The whole limit. */
  public Duration limit() {
    return limit;
  }

  /**
   * Begins a wait of unknown length.
   *
   * @param most the longest wait
   * @param cause what is waited for, as the end of a sentence
   */
  public Wait await(Duration most, Message cause) {
    return new Wait(most, cause);
  }

  /**
   * Waits for a time that is known.
   *
   * @param cause what is waited for, as the end of a sentence
   * @throws InterruptedException when the thread is interrupted
   */
  public void sleep(Duration time, Message cause) throws InterruptedException {
    var wait = await(time, cause);
    if (time.compareTo(wait.untilLine()) >= 0) {
      wait.say();
    }
    wait.until(
        part -> {
          timing.sleep(part);
          return false;
        });
  }

  /** What a goal waits for. */
  @FunctionalInterface
  public interface Event {
    /** Waits for it, but not longer than {@code time}; returns whether it happened. */
    boolean happensWithin(Duration time) throws InterruptedException;
  }

  /** A wait of this goal. */
  public final class Wait {
    private final Duration most;
    private final Message cause;
    private final long over;
    private long due = lastLine + SILENCE.toNanos();

    private Wait(Duration most, Message cause) {
      this.most = most;
      this.cause = cause;
      this.over = timing.nanoTime() + most.toNanos();
    }

    /**
     * Waits for an event.
     *
     * @return whether it happened in time
     */
    public boolean until(Event event) throws InterruptedException {
      var left = most;
      do {
        var part = Collections.min(List.of(left, untilLine()));
        if (event.happensWithin(part)) {
          return true;
        }
        left = left.minus(part);
        sayIfDue();
      } while (!left.isZero());
      return false;
    }

    /** Says what is waited for, if a line is due. A loop of short waits calls it each time. */
    public void sayIfDue() {
      long now = timing.nanoTime();
      if (now >= due && now < over) {
        say();
      }
    }

    /** At least a millisecond, so that a late line does not become a busy loop. */
    private Duration untilLine() {
      var left = Duration.ofNanos(due - timing.nanoTime());
      return Collections.max(List.of(left, Duration.ofMillis(1)));
    }

    private void say() {
      lastLine = timing.nanoTime();
      due = lastLine + INTERVAL.toNanos();
      long seconds = Duration.ofNanos(over - lastLine).plusMillis(999).toSeconds();
      info.accept(Message.of("Waiting up to {} s for {}", seconds, cause));
    }
  }
}
