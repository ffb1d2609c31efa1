package org.leafinventory.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** Looks at every type that a caller can be handed or must hand over. */
final class PublicSignatures {

  private PublicSignatures() {}

  static ArchCondition<JavaClass> nameOnly(String... prefixes) {
    List<String> allowed = List.of(prefixes);
    return new ArchCondition<>("name only types below " + allowed + " in public signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (isPromised(unit.getModifiers())) {
            unit.getAllInvolvedRawTypes()
                .forEach(used -> report(allowed, unit.getFullName(), used, events));
          }
        }
        for (JavaField field : type.getFields()) {
          if (isPromised(field.getModifiers())) {
            report(allowed, field.getFullName(), field.getRawType(), events);
          }
        }
      }
    };
  }

  private static boolean isPromised(Set<JavaModifier> modifiers) {
    return !modifiers.contains(JavaModifier.SYNTHETIC)
        && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
  }

  private static void report(
      List<String> allowed, String where, JavaClass used, ConditionEvents events) {
    JavaClass type = used.getBaseComponentType();
    if (!type.isPrimitive() && allowed.stream().noneMatch(type.getName()::startsWith)) {
      events.add(SimpleConditionEvent.violated(type, where + " names " + type.getName()));
    }
  }
}
