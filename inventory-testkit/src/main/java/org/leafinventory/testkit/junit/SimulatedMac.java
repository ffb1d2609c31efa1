package org.leafinventory.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.leafinventory.testkit.mac.Fault;
import org.leafinventory.testkit.mac.MacLogin;

/**
 * A Mac that a JUnit Jupiter test can ask over SSH, on a parameter or a field.
 *
 * <pre>{@code
 * @Test
 * void it_has_24_cores(@SimulatedMac("mac-studio-m2-ultra") Target mac, MacLogin login) {
 *   SshTransport ssh =
 *       SshTransport.builder().identity(login.identity()).knownHosts(login.knownHosts()).build();
 *   assertThat(SshCollector.over(ssh).collect(mac)).hasCores(24);
 * }
 * }</pre>
 *
 * <p>The type is {@code org.leafinventory.collect.Target}, or {@link
 * org.leafinventory.testkit.mac.SimulatedMac} to look at what was asked of it. A parameter of type
 * {@link MacLogin}, without annotation, in the same method has what it takes to log in; a field of
 * that type has this annotation without a value, and so has a parameter where no other has it. All
 * Macs of a test share one login.
 *
 * <p>A Mac starts when it is first needed. It ends after the test; where it is given to a static
 * field or a {@code @BeforeAll} method, after the last test of the class.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
@ExtendWith(SimulatedMacExtension.class)
public @interface SimulatedMac {

  /**
   * The name of the machine, one of {@link org.leafinventory.testkit.mac.SimulatedMac#machines()}.
   * Only a {@link MacLogin} needs none.
   */
  String value() default "";

  /** What goes wrong on it, by the names of {@link Fault#named}: {@code hang:SPNVMeDataType}. */
  String[] faults() default {};
}
