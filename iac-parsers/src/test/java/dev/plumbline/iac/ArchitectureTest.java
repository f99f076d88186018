package dev.plumbline.iac;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.Slice;
import java.nio.file.Files;
import java.util.Set;

/** The model in the middle, the file access below it, the languages around it, none knowing another. */
@AnalyzeClasses(packages = "dev.plumbline.iac", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theModelKnowsNoReader = classes()
            .that()
            .resideInAPackage("dev.plumbline.iac")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.plumbline.iac", "dev.plumbline.iac.source", "com.fasterxml.jackson.core..", "java..");

    @ArchTest
    static final ArchRule onlyWhatReadersImplementKnowsFiles = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.iac")
            .and()
            .areNotInterfaces()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.plumbline.iac.source");

    @ArchTest
    static final ArchRule languagesDoNotKnowEachOther = slices().matching("dev.plumbline.iac.(*)..")
            .that(areLanguages())
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.plumbline.iac.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule filesAreReadThroughTheSourceTree = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.iac.source")
            .should()
            .dependOnClassesThat(
                    JavaClass.Predicates.assignableTo(Files.class).or(JavaClass.Predicates.type(java.io.File.class)));

    private static DescribedPredicate<Slice> areLanguages() {
        return DescribedPredicate.describe(
                "are languages",
                slice -> Set.of("terraform", "arm", "bicep", "cloudformation").contains(slice.getNamePart(1)));
    }
}
