package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A device on a USB bus; buses and controllers are left out.
 *
 * <p>Source: {@code SPUSBDataType}, since macOS 26 {@code SPUSBHostDataType}.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableUsbDevice.class)
@JsonDeserialize(as = ImmutableUsbDevice.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface UsbDevice extends WithUsbDevice {
  /** Product name. */
  String name();

  /** Manufacturer as the device names it. */
  Optional<String> vendor();

  /** Vendor id such as {@code 0x05ac}. */
  Optional<String> vendorId();

  /** Product id such as {@code 0x8104}. */
  Optional<String> productId();

  /** Negotiated speed as macOS words it. */
  Optional<String> speed();

  /** Serial number; empty where the device has none. */
  Optional<String> serialNumber();

  /** Whether it is built into the Mac; empty where macOS does not tell. */
  Optional<Boolean> builtIn();

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link UsbDevice}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableUsbDevice.Builder {
    Builder() {}
  }
}
