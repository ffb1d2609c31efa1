package org.leafinventory.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the peer sends: acknowledged at once where the system can (a server's Nagle algorithm waits
 * for it), limited until the peer has shown that it speaks SSH, and remembering its first words and
 * the thread that reads.
 */
final class PeerInput extends FilterInputStream {

  private static final int MAX_BEFORE_BANNER = 16 * 1024;
  private static final int REMEMBERED = 200;

  private final SocketChannel channel;
  private final boolean quickAck;
  private final byte[] first = new byte[REMEMBERED];
  private int seen;
  private volatile boolean identified;
  private volatile @Nullable Thread reader;

  PeerInput(SocketChannel channel) throws IOException {
    super(channel.socket().getInputStream());
    this.channel = channel;
    this.quickAck = channel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    reader = Thread.currentThread();
    if (quickAck) {
      channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
    int count = super.read(into, offset, length);
    if (!identified && count > 0) {
      remember(into, offset, count);
    }
    return count;
  }

  /** The peer has sent its SSH banner: from now on SSHJ limits what it may send. */
  void identified() {
    identified = true;
  }

  /** The first line that the peer sent, cut after 200 bytes; empty if it sent nothing. */
  String firstLine() {
    String text = new String(first, 0, Math.min(seen, REMEMBERED), StandardCharsets.UTF_8);
    return text.lines().findFirst().orElse("");
  }

  /** Waits until the thread that reads here has ended, two seconds at most. */
  void awaitReader() {
    Thread thread = reader;
    if (thread == null || thread == Thread.currentThread()) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void remember(byte[] bytes, int offset, int count) throws IOException {
    if (seen < REMEMBERED) {
      byte[] part = Arrays.copyOfRange(bytes, offset, offset + Math.min(count, REMEMBERED - seen));
      System.arraycopy(part, 0, first, seen, part.length);
    }
    seen += count;
    if (seen > MAX_BEFORE_BANNER) {
      throw new IOException("no SSH banner within " + MAX_BEFORE_BANNER + " bytes");
    }
  }
}
