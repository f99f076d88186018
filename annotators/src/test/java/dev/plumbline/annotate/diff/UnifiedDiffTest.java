package dev.plumbline.annotate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedDiffTest {

    @Test
    void addedLinesAreChangedAndOthersAreNot() {
        ChangedLines changed = new ChangedLines();
        UnifiedDiff.read("a.tf", "@@ -1,2 +1,3 @@ resource\n one\n-two\n+2\n+3\n@@ -9 +10,2 @@\n nine\n+ten", changed);
        assertThat(changed.within("a.tf", 1, 1)).isEmpty();
        assertThat(changed.within("a.tf", 1, 9)).isEqualTo(OptionalInt.of(2));
        assertThat(changed.text("a.tf", 3)).contains("3");
        assertThat(changed.within("a.tf", 4, 10)).isEmpty();
        assertThat(changed.text("a.tf", 11)).contains("ten");
        assertThat(changed.within("b.tf", 1, 100)).isEmpty();
    }

    @Test
    void filesAreToldApartByTheirHeaders() {
        ChangedLines changed = UnifiedDiff.read("""
                diff --git a/old.tf b/infra/new.tf
                similarity index 90%
                rename from old.tf
                rename to infra/new.tf
                --- a/old.tf
                +++ b/infra/new.tf
                @@ -1 +1,2 @@
                 one
                +++ b/trap.tf
                diff --git a/gone.tf b/gone.tf
                --- a/gone.tf
                +++ /dev/null
                @@ -1 +0,0 @@
                -one
                \\ No newline at end of file
                diff --git a/image.png b/image.png
                Binary files a/image.png and b/image.png differ
                diff --git "a/f\\303\\266o.tf" "b/f\\303\\266o.tf"
                --- "a/f\\303\\266o.tf"
                +++ "b/f\\303\\266o.tf"
                @@ -0,0 +1 @@
                +one\r
                """);
        assertThat(changed.text("infra/new.tf", 2)).contains("++ b/trap.tf");
        assertThat(changed.within("trap.tf", 1, 9)).isEmpty();
        assertThat(changed.within("gone.tf", 1, 9)).isEmpty();
        assertThat(changed.text("föo.tf", 1)).contains("one");
    }

    @Test
    void bitbucketNamesTheSidesInItsOwnWay() {
        ChangedLines changed = UnifiedDiff.read("""
                diff --git src://infra/a.tf dst://infra/a.tf
                --- src://infra/a.tf
                +++ dst://infra/a.tf
                @@ -5,0 +6,1 @@
                +six
                """);
        assertThat(changed.text("infra/a.tf", 6)).contains("six");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "@@", "@@ -x +y @@\n+a", "@@ -1,99999999999 +1 @@\n+a", "+++ \n@@ -1 +1 @@", "+++ \"b/\\30"})
    void whatIsNoDiffChangesNothing(String text) {
        assertThat(UnifiedDiff.read(text).within("", 1, 100)).isEmpty();
    }
}
