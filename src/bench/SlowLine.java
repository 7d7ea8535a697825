import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes connections on to a port of loopback as a line would that takes 50 ms there and back, and
 * counts the round trips: one for each new connection, and one for each response to what the client
 * has sent.
 */
final class SlowLine {
  private static final long ONE_WAY = TimeUnit.MILLISECONDS.toNanos(25);
  private static final Piece END = new Piece(new byte[0], 0);

  private final ServerSocket front;
  private final int target;
  private final AtomicInteger trips = new AtomicInteger();

  /** Bytes, and when they arrive. */
  private record Piece(byte[] bytes, long due) {}

  SlowLine(int target) throws IOException {
    this.front = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    this.target = target;
  }

  int port() {
    return front.getLocalPort();
  }

  /** The round trips since it was last asked. */
  int countTrips() {
    return trips.getAndSet(0);
  }

  void start() {
    begin(
        () -> {
          while (true) {
            new Line(front.accept()).open(System.nanoTime() + 2 * ONE_WAY);
          }
        });
  }

  private static void begin(Task task) {
    var thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // One end has hung up.
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Task {
    void run() throws IOException, InterruptedException;
  }

  /** One connection. */
  private final class Line {
    private final Socket client;
    /** Whether the client waits for what it has asked. */
    private volatile boolean waits;

    Line(Socket client) {
      this.client = client;
    }

    /** The client itself is connected at once; so what it sends waits until it would have been. */
    void open(long connected) {
      trips.incrementAndGet();
      begin(
          () -> {
            await(connected);
            var server = new Socket(front.getInetAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            pass(client, server, true);
            pass(server, client, false);
          });
    }

    private void pass(Socket from, Socket to, boolean isUp) throws IOException {
      var queue = new LinkedBlockingQueue<Piece>();
      begin(() -> read(from.getInputStream(), queue, isUp));
      begin(() -> write(to, queue, isUp));
    }

    private void read(InputStream in, BlockingQueue<Piece> queue, boolean isUp) throws IOException {
      var bytes = new byte[1 << 16];
      try {
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
          var piece = new byte[count];
          System.arraycopy(bytes, 0, piece, 0, count);
          if (isUp) {
            waits = true;
          }
          queue.add(new Piece(piece, System.nanoTime() + ONE_WAY));
        }
      } finally {
        if (isUp) {
          // The client has hung up: what it sent last, such as the end of TLS, asked for nothing.
          waits = false;
        }
        queue.add(END);
      }
    }

    private void write(Socket to, BlockingQueue<Piece> queue, boolean isUp)
        throws IOException, InterruptedException {
      OutputStream out = to.getOutputStream();
      for (var piece = queue.take(); piece != END; piece = queue.take()) {
        await(piece.due());
        if (!isUp && waits) {
          waits = false;
          trips.incrementAndGet();
        }
        out.write(piece.bytes());
      }
      to.close();
    }

    private void await(long due) throws InterruptedException {
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }
  }
}
