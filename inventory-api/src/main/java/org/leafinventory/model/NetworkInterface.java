package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A network interface with a hardware port.
 *
 * <p>Source: {@code networksetup -listallhardwareports} and {@code ifconfig -a}.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableNetworkInterface.class)
@JsonDeserialize(as = ImmutableNetworkInterface.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NetworkInterface extends WithNetworkInterface {
  /** What macOS calls the port: {@code Ethernet}, {@code Wi-Fi}; empty for a nameless interface. */
  Optional<String> port();

  /** BSD device name such as {@code en0}. */
  String device();

  /** Hardware address, lower-case with colons. */
  Optional<String> macAddress();

  /** IPv4 and IPv6 addresses without prefix length or zone, in the order of {@code ifconfig}. */
  List<String> addresses();

  /** Whether the link is up; empty where {@code ifconfig} does not tell. */
  Optional<Boolean> active();

  /** Negotiated link speed in megabits per second; empty where it is not told (as for Wi-Fi). */
  OptionalInt linkSpeedMbps();

  /** Largest packet in bytes. */
  OptionalInt mtu();

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link NetworkInterface}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableNetworkInterface.Builder {
    Builder() {}
  }
}
