package org.leafinventory.drift;

/**
 * What a change means for whoever keeps the machine. Each fact of an inventory has one class:
 *
 * <pre>
 * system_info         IDENTITY  hostname computer_name model serial_number architecture model_name
 *                               model_number hardware_uuid virtual_machine
 *                     FIRMWARE  kernel macos_version macos_build macos_version_extra
 *                               firmware_version os_loader_version rosetta_installed
 *                     VOLATILE  boot_time
 * hardware            CAPACITY  cpu_type cpu_cores cpu_threads cpu_packages cpu_frequency_hz
 *                               memory_bytes neural_engine_cores
 *   core_clusters[]   CAPACITY  a cluster; name cores threads
 *   gpus[]            CAPACITY  a processor; model cores vram_bytes vendor
 *                     FIRMWARE  metal
 * disks[]             CAPACITY  a disk; device size internal protocol model medium removable
 *                               virtual smart_status serial_number
 *                     FIRMWARE  firmware_version trim_enabled
 *                     VOLATILE  content
 *                     VOLATILE  everything of a disk that is external or virtual
 * volumes[]           VOLATILE  a volume; device name mount_point file_system size free
 *                               locked writable container used uuid
 *                     FIRMWARE  encrypted filevault
 *   roles[]           VOLATILE  a role
 * memory_modules[]    CAPACITY  a module; slot size type speed manufacturer part_number
 *                               serial_number
 * network_interfaces[] VOLATILE an interface; port device active link_speed_mbps mtu type
 *                               default_route
 *                     IDENTITY  mac_address
 *   addresses[]       VOLATILE  an address
 * displays[]          VOLATILE  a display; name width_pixels height_pixels refresh_rate_hz built_in
 *                               main vendor_id product_id serial_number
 * power               VOLATILE  the section as a whole; ac_connected ups_installed
 *                               charger_watts
 *   battery           CAPACITY  the battery as a whole; condition serial_number
 *                     VOLATILE  charge_percent charging cycle_count maximum_capacity_percent
 *                               fully_charged
 * security            FIRMWARE  the section as a whole; sip_enabled filevault_enabled
 *                               activation_lock_enabled secure_boot security_chip
 *                               mdm_enrolled mdm_user_approved automated_enrollment
 *                               gatekeeper_enabled
 * thunderbolt[]       VOLATILE  a bus; name speed
 *   devices[]         VOLATILE  a device; name vendor speed mode
 * usb[]               VOLATILE  a device; name vendor vendor_id product_id speed serial_number
 *                               built_in
 * issues[]            VOLATILE  an issue; section kind message
 * </pre>
 *
 * <p>A disk that fails ({@code smart_status}) and a battery that wants service ({@code condition})
 * count as capacity: whoever leaves out what is volatile must not miss them. A disk is external or
 * virtual here if it says so on each side on which it is there.
 */
public enum ChangeClass {
  /** Which machine it is: names, serial number, model, architecture, hardware addresses. */
  IDENTITY,

  /** What it is made of: cores, memory, disks, graphics, and whether they are in order. */
  CAPACITY,

  /** The system it starts and what protects it: macOS, kernel, firmware, security settings. */
  FIRMWARE,

  /** What comes and goes: addresses, free space, charge, what is plugged in, issues. */
  VOLATILE
}
