package org.leafinventory.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import net.schmizz.concurrent.Event;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.ChannelInputStream;
import net.schmizz.sshj.connection.channel.direct.SessionChannel;
import net.schmizz.sshj.transport.TransportException;
import org.jspecify.annotations.Nullable;
import org.leafinventory.probe.Transcript;

/**
 * A session that runs one command, feeds it and keeps what it says.
 *
 * <p>Output is taken in by the connection's own reader thread as it arrives, so neither stream can
 * fill its window while the other one or standard input is waited for, and no further thread is
 * needed. The script is on its way before the command is confirmed, which saves a round trip.
 */
final class ExecChannel extends SessionChannel {

  private static final String OPENSSH = "OpenSSH_";

  private final CappedOutput stdout;
  private final CappedOutput stderr;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable SSHException lost;
  private @Nullable Event<ConnectionException> confirmed;
  private boolean ended;

  ExecChannel(Connection connection, Settings.Limits limits) {
    super(connection);
    this.stdout = new CappedOutput("stdout", limits.maxStdout());
    this.stderr = new CappedOutput("stderr", limits.maxStderr());
  }

  /**
   * Opens the session, the first of its connection, and asks for {@code command} to be run. OpenSSH
   * numbers the sessions of a connection from zero, so that it can be asked before it has told the
   * number, which saves a round trip.
   *
   * @throws IOException if there is no session, or the connection is lost
   */
  void open(String command) throws IOException {
    if (trans.getServerVersion().startsWith(OPENSSH)) {
      trans.write(buildOpenReq());
      request(command);
      openEvent.await(conn.getTimeoutMs(), TimeUnit.MILLISECONDS);
    } else {
      open();
      request(command);
    }
  }

  /**
   * Gives the command {@code input} as its standard input, and waits until the channel is closed.
   *
   * @throws CommandException if the command is refused, or says more than the limits allow
   * @throws IOException if the connection is lost
   */
  Transcript run(byte[] input) throws IOException, InterruptedException {
    int early = (int) Math.min(input.length, rwin.getSize());
    feed(input, 0, early);
    requireConfirmed();
    feed(input, early, input.length);
    awaitClose();
    Integer status = getExitStatus();
    return new Transcript(
        status == null ? OptionalInt.empty() : OptionalInt.of(status),
        stdout.bytes(),
        stderr.bytes());
  }

  private void request(String command) throws IOException {
    lock.lock();
    try {
      confirmed =
          sendChannelRequest(
              "exec", true, new Buffer.PlainBuffer().putString(command, StandardCharsets.UTF_8));
    } finally {
      lock.unlock();
    }
  }

  private void requireConfirmed() throws IOException {
    try {
      Objects.requireNonNull(confirmed).await(conn.getTimeoutMs(), TimeUnit.MILLISECONDS);
    } catch (ConnectionException e) {
      if (e.getCause() != null || isLost()) {
        throw e;
      }
      throw new CommandException(
          "the server refuses to run a command",
          "check what the login shell, ForceCommand and the options of the key in authorized_keys"
              + " allow this user");
    }
  }

  /** Sends a part of the input, and the end of it after the last part, as the window allows. */
  private void feed(byte[] input, int from, int to) throws IOException, InterruptedException {
    lock.lock();
    try {
      int sent = from;
      while (sent < to && isStillThere()) {
        int size = (int) Math.min(Math.min(to - sent, getRemoteMaxPacketSize()), rwin.getSize());
        if (size == 0) {
          changed.await();
        } else {
          trans.write(
              newBuffer(Message.CHANNEL_DATA).putUInt32(size).putRawBytes(input, sent, size));
          rwin.consume(size);
          sent += size;
        }
      }
      if (to == input.length && !ended && isStillThere()) {
        ended = true;
        trans.write(newBuffer(Message.CHANNEL_EOF));
      }
    } finally {
      lock.unlock();
    }
  }

  private void awaitClose() throws IOException, InterruptedException {
    lock.lock();
    try {
      while (isStillThere()) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
    requireRoom();
  }

  /** False once the peer has closed the channel, which it may do before it has read everything. */
  private boolean isStillThere() throws IOException {
    if (lost != null) {
      throw lost;
    }
    requireRoom();
    return !closeEvent.isSet();
  }

  private void requireRoom() throws CommandException {
    requireRoom(stdout);
    requireRoom(stderr);
  }

  private static void requireRoom(CappedOutput output) throws CommandException {
    if (output.isFull()) {
      throw new CommandException(
          "the machine sent more than " + output.cap().bytes() + " bytes of " + output.name(),
          "raise maxOutput, or find out what is so talkative there");
    }
  }

  private boolean isLost() {
    lock.lock();
    try {
      return lost != null;
    } finally {
      lock.unlock();
    }
  }

  /** Called by the reader thread. Under the lock nothing is sent into a channel being closed. */
  @Override
  public void handle(Message message, SSHPacket packet) throws SSHException {
    if (message == Message.CHANNEL_DATA || message == Message.CHANNEL_EXTENDED_DATA) {
      super.handle(message, packet);
      return;
    }
    lock.lock();
    try {
      super.handle(message, packet);
      if (confirmed != null && !confirmed.isSet() && closeEvent.isSet()) {
        confirmed.deliverError(new ConnectionException("closed without an answer"));
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void handleRequest(String request, SSHPacket packet)
      throws ConnectionException, TransportException {
    if (request.equals("exit-signal")) {
      return; // SSHJ would close the channel at once, before the rest of the output.
    }
    super.handleRequest(request, packet);
  }

  @Override
  protected void receiveInto(ChannelInputStream stream, SSHPacket packet) throws SSHException {
    int length = packet.readUInt32AsInt();
    if (length < 0 || length > getLocalMaxPacketSize() || length > packet.available()) {
      throw new ConnectionException(DisconnectReason.PROTOCOL_ERROR, "Bad item length: " + length);
    }
    CappedOutput output = stream == getInputStream() ? stdout : stderr;
    output.write(packet.array(), packet.rpos(), length);
    if (output.isFull()) {
      wake(null);
    }
    lwin.consume(length);
    long needed = lwin.neededAdjustment();
    if (needed > 0) {
      trans.write(newBuffer(Message.CHANNEL_WINDOW_ADJUST).putUInt32(needed));
      lwin.expand(needed);
    }
  }

  @Override
  public void notifyError(SSHException error) {
    super.notifyError(error);
    wake(error);
  }

  private void wake(@Nullable SSHException error) {
    if (lock == null) {
      return; // Lost while the super constructor runs, which registers: opening will fail.
    }
    lock.lock();
    try {
      if (error != null) {
        lost = error;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
