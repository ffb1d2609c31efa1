package org.leafinventory.testkit.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.leafinventory.collect.Target;
import org.leafinventory.testkit.mac.MacLogin;

/** Gives Macs and their login to parameters and fields. */
final class SimulatedMacExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

  SimulatedMacExtension() {}

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    // Or a Mac for a constructor would live as long as its class.
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(SimulatedMac.class)
        || parameter.getParameter().getType().equals(MacLogin.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    try {
      return give(type, parameter.findAnnotation(SimulatedMac.class).orElse(null), context);
    } catch (IllegalArgumentException e) {
      throw new ParameterResolutionException(e.getMessage(), e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    fill(context.getRequiredTestClass(), null, context, Modifier::isStatic);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    for (Object test : context.getRequiredTestInstances().getAllInstances()) {
      fill(test.getClass(), test, context, modifiers -> !Modifier.isStatic(modifiers));
    }
  }

  private static void fill(
      Class<?> type, @Nullable Object test, ExtensionContext context, Predicate<Integer> wanted) {
    AnnotationSupport.findAnnotatedFields(
            type, SimulatedMac.class, field -> wanted.test(field.getModifiers()))
        .forEach(field -> fill(field, test, context));
  }

  private static void fill(Field field, @Nullable Object test, ExtensionContext context) {
    try {
      field.setAccessible(true);
      field.set(test, give(field.getType(), field.getAnnotation(SimulatedMac.class), context));
    } catch (IllegalArgumentException | IllegalAccessException e) {
      throw new ExtensionConfigurationException(
          "cannot set the field " + field.getName() + ": " + e.getMessage(), e);
    }
  }

  private static Object give(
      Class<?> type, @Nullable SimulatedMac wanted, ExtensionContext context) {
    if (type.equals(MacLogin.class)) {
      return Lab.of(context).login();
    }
    if (wanted == null || wanted.value().isEmpty()) {
      throw new IllegalArgumentException(
          "@SimulatedMac needs the name of a machine; there are "
              + org.leafinventory.testkit.mac.SimulatedMac.machines());
    }
    if (type.equals(Target.class)) {
      return Lab.start(wanted, context).target();
    }
    if (type.equals(org.leafinventory.testkit.mac.SimulatedMac.class)) {
      return Lab.start(wanted, context);
    }
    throw new IllegalArgumentException(
        "@SimulatedMac gives a "
            + Target.class.getName()
            + ", a "
            + org.leafinventory.testkit.mac.SimulatedMac.class.getName()
            + " or a "
            + MacLogin.class.getName()
            + ", not a "
            + type.getName());
  }
}
