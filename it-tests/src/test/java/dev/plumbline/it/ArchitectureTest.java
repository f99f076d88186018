package dev.plumbline.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** What holds for all modules: who may know whom, and what nobody may do who reads hostile files. */
@AnalyzeClasses(packages = "dev.plumbline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CLI = "dev.plumbline.cli..";

    @ArchTest
    static final ArchRule dependenciesGoOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.plumbline..")
            .layer("iac-parsers")
            .definedBy("dev.plumbline.iac..")
            .layer("rules")
            .definedBy("dev.plumbline.rules..")
            .layer("git")
            .definedBy("dev.plumbline.git..")
            .layer("publishers")
            .definedBy("dev.plumbline.publish..")
            .layer("annotators")
            .definedBy("dev.plumbline.annotate..")
            .optionalLayer("cli")
            .definedBy(CLI)
            .layer("maven-plugin")
            .definedBy("dev.plumbline.maven..")
            .whereLayer("iac-parsers")
            .mayNotAccessAnyLayer()
            .whereLayer("rules")
            .mayOnlyAccessLayers("iac-parsers")
            .whereLayer("git")
            .mayOnlyAccessLayers("rules", "iac-parsers")
            .whereLayer("publishers")
            .mayOnlyAccessLayers("rules", "iac-parsers")
            .whereLayer("annotators")
            .mayOnlyAccessLayers("publishers", "rules", "iac-parsers")
            .whereLayer("cli")
            .mayOnlyAccessLayers("git", "annotators", "publishers", "rules", "iac-parsers")
            .whereLayer("maven-plugin")
            .mayOnlyAccessLayers("git", "annotators", "publishers", "rules", "iac-parsers");

    /** A goal that annotates writes commands for the build's runner, which have to begin a line of their own. */
    @ArchTest
    static final ArchRule onlyTheCommandLineWritesToStandardStreams = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .and()
            .doNotHaveFullyQualifiedName("dev.plumbline.maven.AnnotateMojo")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nothingIsLoggedBesidesTheReport = noClasses().should(USE_JAVA_UTIL_LOGGING);

    /** A pull request is on another host; only what speaks with it knows the network, and it knows no scanned file. */
    @ArchTest
    static final ArchRule nothingIsFetched = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.annotate.http..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "reach the network",
                    type -> type.getPackageName().startsWith("java.net")
                            && !type.isAssignableTo(Exception.class)
                            && !Set.of(URI.class.getName(), URLEncoder.class.getName(), URLDecoder.class.getName())
                                    .contains(type.getName())))
            .because("scanned files are hostile");

    /** The command line asks whether it has a terminal through a method that only newer JDKs have. */
    @ArchTest
    static final ArchRule nothingIsExecuted = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.plumbline.cli.Terminal")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class, Process.class, Runtime.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect", "javax.script..")
            .because("scanned files are hostile");

    /**
     * A host that puts its own configuration into a pattern is none of a scanned file's doing. Terraform's string
     * functions take a text apart into grapheme clusters with {@code \X}, which is linear, and which RE2/J lacks.
     */
    @ArchTest
    static final ArchRule patternsMatchInLinearTime = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.plumbline.iac..",
                    "dev.plumbline.rules..",
                    "dev.plumbline.publish..",
                    "dev.plumbline.annotate..")
            .and()
            .doNotHaveFullyQualifiedName("dev.plumbline.iac.terraform.functions.StringFunctions")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "match with java.util.regex",
                    type -> type.getPackageName().equals("java.util.regex")
                            && !type.isEquivalentTo(PatternSyntaxException.class)))
            .because("java.util.regex may take exponential time; RE2/J does not");

    /**
     * The date by which exemptions expire is an input of a scan, and that of the system is its default. Platforms say until
     * when they want no more requests.
     */
    @ArchTest
    static final ArchRule theSameInputGivesTheSameOutput = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.plumbline.rules.exemption.ExemptionOptions")
            .and()
            .resideOutsideOfPackage("dev.plumbline.annotate.http..")
            .should()
            .accessTargetWhere(readsTheClock())
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, java.security.SecureRandom.class);

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return DescribedPredicate.describe("read the clock", access -> {
            String method = access.getTarget().getName();
            JavaClass owner = access.getTargetOwner();
            return method.equals("currentTimeMillis")
                    || (method.equals("now") && owner.getPackageName().equals("java.time"))
                    || (method.startsWith("system") && owner.isEquivalentTo(Clock.class));
        });
    }
}
