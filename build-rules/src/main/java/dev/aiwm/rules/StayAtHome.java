package dev.aiwm.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** As if it were package-private: only its own package knows the type. */
final class StayAtHome extends ArchCondition<JavaClass> {
    StayAtHome() {
        super("be known to their own package alone");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency use : type.getDirectDependenciesToSelf()) {
            boolean atHome = use.getOriginClass().getPackageName().equals(type.getPackageName());
            events.add(new SimpleConditionEvent(use, atHome, use.getDescription()));
        }
    }
}
