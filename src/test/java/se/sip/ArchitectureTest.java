package se.sip;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Boundaries that keep the product movable: to a fork of the engine, and through time. */
@AnalyzeClasses(packages = "se.sip", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** All but the one class that the engine's public API itself answers with. */
    private static final DescribedPredicate<JavaClass> INSIDES = resideInAnyPackage("org.camunda.bpm.engine.impl..",
            "org.camunda.bpm.dmn.engine.impl..", "org.camunda.bpm.impl..")
            .and(not(type(org.camunda.bpm.engine.impl.identity.Authentication.class)));

    /** A fork of the engine renames these; then one package has to follow. */
    @ArchTest
    static final ArchRule ENGINE_INSIDES_STAY_IN_ONE_PACKAGE = noClasses()
            .that().resideOutsideOfPackage("se.sip.engine..")
            .should().dependOnClassesThat(INSIDES);

    /** The demonstration and the tests move the clock; whoever asks the machine would miss it. */
    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should().callMethod(LocalDate.class, "now").orShould().callMethod(LocalDateTime.class, "now");

    /** Production has no demonstration. */
    @ArchTest
    static final ArchRule NOTHING_RESTS_ON_THE_DEMONSTRATION = noClasses()
            .that().resideOutsideOfPackage("se.sip.demo..")
            .should().dependOnClassesThat().resideInAPackage("se.sip.demo..");
}
