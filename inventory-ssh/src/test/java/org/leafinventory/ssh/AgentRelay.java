package org.leafinventory.ssh;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands before an agent, counts what it is asked to sign, and can leave questions of a kind
 * unanswered or answer them with nonsense.
 */
final class AgentRelay implements AutoCloseable {

  static final int LIST = 11;
  static final int SIGN = 13;

  private final Path socket;
  private final @Nullable Path agent;
  private final ServerSocketChannel listener;
  private final Thread thread;
  private final List<SocketChannel> kept = new ArrayList<>();
  private final AtomicInteger signatures = new AtomicInteger();
  private volatile int silentOn;
  private volatile byte @Nullable [] nonsense;

  /**
   * @param agent null for one that never answers anything
   */
  AgentRelay(Path socket, @Nullable Path agent) throws IOException {
    this.socket = socket;
    this.agent = agent;
    this.listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(socket));
    this.thread = new Thread(this::serve, "test-agent-relay");
    thread.start();
  }

  Path socket() {
    return socket;
  }

  int signatures() {
    return signatures.get();
  }

  /** Leaves questions of this kind unanswered. */
  AgentRelay silentOn(int kind) {
    silentOn = kind;
    return this;
  }

  /** Answers everything with these bytes. */
  AgentRelay answering(byte[] bytes) {
    nonsense = bytes.clone();
    return this;
  }

  private void serve() {
    while (listener.isOpen()) {
      try {
        SocketChannel client = listener.accept();
        kept.add(client);
        answer(client);
      } catch (IOException over) {
        // Closed, or the client went away.
      }
    }
  }

  private void answer(SocketChannel client) throws IOException {
    ByteBuffer question = message(client);
    int kind = question.get(Integer.BYTES);
    byte[] instead = nonsense;
    if (kind == SIGN) {
      signatures.incrementAndGet();
    }
    if (instead != null) {
      client.write(ByteBuffer.wrap(instead));
      client.close();
    } else if (agent != null && kind != silentOn) {
      try (SocketChannel real = SocketChannel.open(UnixDomainSocketAddress.of(agent))) {
        real.write(question);
        client.write(message(real));
      }
      client.close();
    }
  }

  private static ByteBuffer message(SocketChannel from) throws IOException {
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    fill(from, length);
    ByteBuffer whole = ByteBuffer.allocate(Integer.BYTES + length.getInt(0));
    whole.putInt(length.getInt(0));
    fill(from, whole);
    return whole.flip();
  }

  private static void fill(SocketChannel from, ByteBuffer into) throws IOException {
    while (into.hasRemaining()) {
      if (from.read(into) < 0) {
        throw new IOException("hung up");
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    try {
      thread.interrupt();
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SocketChannel client : kept) {
      client.close();
    }
  }
}
