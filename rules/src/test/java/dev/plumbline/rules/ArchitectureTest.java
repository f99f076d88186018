package dev.plumbline.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The engine knows the model of resources, not the languages they were written in. */
@AnalyzeClasses(packages = "dev.plumbline.rules", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheScannerKnowsLanguages = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.plumbline.rules.Scanner")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.plumbline.iac.terraform..", "dev.plumbline.iac.arm..", "dev.plumbline.iac.cloudformation..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.plumbline.rules.(**)").should().beFreeOfCycles();
}
