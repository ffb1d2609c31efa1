package org.leafinventory.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import org.leafinventory.model.Printable;

/**
 * A running ssh-agent, asked over its socket: one connection for each question, so that nothing
 * stays open. The protocol is that of {@code draft-miller-ssh-agent}.
 *
 * <p>The deadline closes the connection when time is up, and an interrupted thread closes it, too.
 */
record Agent(Path socket) {

  private static final int FAILURE = 5;
  private static final int REQUEST_IDENTITIES = 11;
  private static final int IDENTITIES_ANSWER = 12;
  private static final int SIGN_REQUEST = 13;
  private static final int SIGN_RESPONSE = 14;

  private static final int FLAG_RSA_SHA2_512 = 4;

  /** As OpenSSH's own agent and client. */
  private static final int MAX_MESSAGE = 256 * 1024;

  private static final int MAX_KEYS = 2_048;

  /** A key that the agent holds, and how it calls it. */
  record Key(SshKey key, String comment) {}

  /** The keys that it holds, in its order. A key of a kind that makes no sense is left out. */
  List<Key> keys(Deadline deadline) throws IOException {
    Buffer.PlainBuffer answer =
        ask(new Buffer.PlainBuffer().putByte((byte) REQUEST_IDENTITIES), deadline);
    requireType(answer, IDENTITIES_ANSWER, "lists no keys");
    long count = answer.readUInt32();
    if (count > MAX_KEYS) {
      throw new IOException("the agent lists " + count + " keys");
    }
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] blob = answer.readBytes();
      String comment = answer.readString(StandardCharsets.UTF_8);
      try {
        keys.add(new Key(SshKey.ofBlob(blob), Printable.line(comment)));
      } catch (IllegalArgumentException notAKey) {
        // An agent may hold what SSH has no name for.
      }
    }
    return keys;
  }

  /** Has the agent sign, which may wait for a person. */
  Signer signer(SshKey key) {
    return (data, algorithm, deadline) -> {
      int flags = algorithm.equals("rsa-sha2-512") ? FLAG_RSA_SHA2_512 : 0;
      Buffer.PlainBuffer request =
          new Buffer.PlainBuffer()
              .putByte((byte) SIGN_REQUEST)
              .putBytes(key.blob())
              .putBytes(data)
              .putUInt32(flags);
      Step before = deadline.step();
      deadline.step(Step.AGENT);
      try {
        Buffer.PlainBuffer answer = ask(request, deadline);
        requireType(answer, SIGN_RESPONSE, "refuses to sign");
        return answer.readBytes();
      } finally {
        deadline.step(before);
      }
    };
  }

  private static void requireType(Buffer.PlainBuffer answer, int wanted, String what)
      throws IOException {
    int type = answer.readByte();
    if (type == FAILURE) {
      throw new IOException("the agent " + what);
    }
    if (type != wanted) {
      throw new IOException("the agent answers with a message of type " + type);
    }
  }

  private Buffer.PlainBuffer ask(Buffer.PlainBuffer request, Deadline deadline) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      deadline.guard(channel);
      channel.connect(UnixDomainSocketAddress.of(socket));
      byte[] message = new Buffer.PlainBuffer().putBytes(request.getCompactData()).getCompactData();
      ByteBuffer out = ByteBuffer.wrap(message);
      while (out.hasRemaining()) {
        channel.write(out);
      }
      int length = read(channel, Integer.BYTES).getInt();
      if (length < 1 || length > MAX_MESSAGE) {
        throw new IOException("the agent announces a message of " + length + " bytes");
      }
      return new Buffer.PlainBuffer(read(channel, length).array());
    } catch (UnsupportedOperationException e) {
      throw new IOException("this system has no Unix-domain sockets", e);
    }
  }

  private static ByteBuffer read(SocketChannel channel, int size) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(size);
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        throw new EOFException("the agent hung up");
      }
    }
    return in.flip();
  }
}
