package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.probe.macos.PlistText.dict;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Volume;

class StorageReaderTest {

  @Test
  void reads_the_volumes_of_a_container_with_their_encryption() {
    Said said =
        Said.bareMac()
            .plist(
                "diskutil-apfs",
                dict(
                    "Containers",
                    List.of(
                        dict(
                            "Volumes",
                            List.of(
                                dict("DeviceIdentifier", "disk3s1", "Encryption", true),
                                dict("DeviceIdentifier", "disk3s5", "Encryption", false))))))
            .profile(
                "SPStorageDataType",
                """
                [{'_name': 'Leaf HD', 'bsd_name': 'disk3s1s1', 'mount_point': '/',
                  'file_system': 'APFS', 'size_in_bytes': 500, 'free_space_in_bytes': 200},
                 {'_name': 'Data', 'bsd_name': 'disk3s5', 'size_in_bytes': 500}]
                """);
    assertThat(said.inventory().volumes())
        .containsExactly(
            Volume.builder()
                .device("disk3s1s1")
                .name("Leaf HD")
                .mountPoint("/")
                .fileSystem("APFS")
                .size(ByteSize.ofBytes(500))
                .free(ByteSize.ofBytes(200))
                .encrypted(true)
                .build(),
            Volume.builder()
                .device("disk3s5")
                .name("Data")
                .size(ByteSize.ofBytes(500))
                .encrypted(false)
                .build());
    assertThat(said.issues()).isEmpty();
  }

  @Test
  void leaves_out_cryptexes_and_keeps_disk_images_of_people() {
    String image = "'physical_drive': {'protocol': 'Disk Image'}";
    Said said =
        Said.bareMac()
            .profile(
                "SPStorageDataType",
                ("[{'bsd_name': 'disk5s1', 'mount_point': '/System/Cryptexes/App', IMAGE},"
                        + " {'bsd_name': 'disk6s1', 'mount_point': '/private/var/run/x', IMAGE},"
                        + " {'bsd_name': 'disk7s1', 'mount_point': '/Volumes/Tools', IMAGE}]")
                    .replace("IMAGE", image));
    assertThat(said.inventory().volumes()).extracting(Volume::device).containsExactly("disk7s1");
  }

  @Test
  void keeps_what_a_volume_tells_where_keys_are_missing() {
    Said said =
        Said.bareMac()
            .profile(
                "SPStorageDataType",
                "[{'bsd_name': 'disk8s1', 'size_in_bytes': '4 TB'}, {'_name': 'no device'}]");
    assertThat(said.inventory().volumes())
        .containsExactly(Volume.builder().device("disk8s1").build());
  }

  @Test
  void the_error_of_a_diskutil_that_cannot_is_an_issue_of_volumes() {
    String error =
        PlistText.plist(dict("Error", true, "ErrorMessage", "It was canceled", "ExitCode", 1));
    Said said = Said.bareMac().fails("diskutil-apfs", 1, error, "");
    assertThat(said.issues())
        .containsExactly(
            Issue.of("volumes", IssueKind.FAILED, "ask diskutil-apfs failed: It was canceled"));
  }
}
