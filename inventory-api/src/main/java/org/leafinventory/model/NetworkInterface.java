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
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class NetworkInterface implements WithNetworkInterface {

  NetworkInterface() {}

  /** What macOS calls the port: {@code Ethernet}, {@code Wi-Fi}; empty for a nameless interface. */
  public abstract Optional<String> port();

  /** BSD device name such as {@code en0}. */
  public abstract String device();

  /** Hardware address, lower-case with colons. */
  public abstract Optional<String> macAddress();

  /** IPv4 and IPv6 addresses without prefix length or zone, in the order of {@code ifconfig}. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public abstract List<String> addresses();

  /** Whether the link is up; empty where {@code ifconfig} does not tell. */
  public abstract Optional<Boolean> active();

  /**
   * Negotiated link speed in megabits per second, 1 or more; empty where it is not told (as for
   * Wi-Fi).
   */
  public abstract OptionalInt linkSpeedMbps();

  /** Largest packet in bytes, 1 or more. */
  public abstract OptionalInt mtu();

  /** Kind of port; empty where its name does not tell. */
  public abstract Optional<InterfaceType> type();

  /**
   * Whether the default route leaves through it; empty where it could not be read. Source: {@code
   * route -n get default}.
   */
  public abstract Optional<Boolean> defaultRoute();

  @Value.Check
  void check() {
    linkSpeedMbps().ifPresent(speed -> Checks.atLeastOne("link_speed_mbps", speed));
    mtu().ifPresent(mtu -> Checks.atLeastOne("mtu", mtu));
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link NetworkInterface}; not thread-safe, reusable after {@code build()}. */
  public static class Builder extends ImmutableNetworkInterface.Builder {
    Builder() {}
  }
}
