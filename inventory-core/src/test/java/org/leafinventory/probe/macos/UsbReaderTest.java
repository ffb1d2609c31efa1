package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leafinventory.model.UsbDevice;

class UsbReaderTest {

  private static final String OLD_FORM =
      """
      [{'_name': 'USB31Bus', 'host_controller': 'LeafXHCI', '_items': [
        {'_name': 'Leaf Hub', 'vendor_id': '0x1EAF  (Leaf Inc.)', 'product_id': '0x0102',
         'manufacturer': 'Leaf Inc.', 'device_speed': 'super_speed', '_items': [
           {'_name': 'Keyboard', 'vendor_id': 'apple_vendor_id', 'product_id': '0x0340'}]}]}]
      """;
  private static final String NEW_FORM =
      """
      [{'_name': 'USB Bus', 'USBKeyHardwareType': 'Built-in', '_items': [
        {'_name': 'Leaf Hub', 'USBDeviceKeyVendorID': '0x1eaf', 'USBDeviceKeyProductID': '0x0102',
         'USBDeviceKeyVendorName': 'Leaf Inc.', 'USBDeviceKeyLinkSpeed': '5 Gb/s'}]}]
      """;
  private static final UsbDevice HUB =
      UsbDevice.builder()
          .name("Leaf Hub")
          .vendor("Leaf Inc.")
          .vendorId("0x1eaf")
          .productId("0x0102")
          .speed("super_speed")
          .build();

  @Test
  void reads_the_form_before_macos_26() {
    Said said = Said.bareMac().profile("SPUSBDataType", OLD_FORM).says("SPUSBHostDataType", "{}");
    assertThat(said.inventory().usb())
        .containsExactly(
            HUB,
            UsbDevice.builder().name("Keyboard").vendorId("0x05ac").productId("0x0340").build());
    assertThat(said.issues()).isEmpty();
  }

  @Test
  void reads_the_form_since_macos_26() {
    Said said =
        Said.bareMac().profile("SPUSBDataType", "[]").profile("SPUSBHostDataType", NEW_FORM);
    assertThat(said.inventory().usb()).containsExactly(HUB.withSpeed("5 Gb/s"));
  }

  @Test
  void a_system_that_does_not_know_the_new_form_is_no_issue() {
    Said said =
        Said.bareMac()
            .profile("SPUSBDataType", "[]")
            .fails("SPUSBHostDataType", 1, "", "no such data type\n");
    assertThat(said.inventory().usb()).isEmpty();
    assertThat(said.issues()).isEmpty();
  }

  @Test
  void an_id_that_is_none_is_not_told() {
    Said said =
        Said.bareMac()
            .profile(
                "SPUSBDataType",
                "[{'_items': [{'_name': 'X', 'vendor_id': 'who knows', 'product_id': 7}]}]");
    assertThat(said.inventory().usb()).containsExactly(UsbDevice.builder().name("X").build());
  }
}
