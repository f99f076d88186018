package dev.plumbline.publish.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriPathTest {

    @ParameterizedTest
    @CsvSource({
        "modules/net/main.tf, modules/net/main.tf",
        "a b/c#d?e.tf, a%20b/c%23d%3Fe.tf",
        "100%.tf, 100%25.tf",
        "c:evil.tf, c%3Aevil.tf",
        "größe.tf, gr%C3%B6%C3%9Fe.tf",
        "a\\b.tf, a%5Cb.tf",
    })
    void isARelativeReferenceThatReadsBackAsThePath(String path, String uri) {
        assertThat(UriPath.of(path)).isEqualTo(uri);
        assertThat(URI.create(uri).isAbsolute()).isFalse();
        assertThat(URI.create(uri).getPath()).isEqualTo(path);
    }
}
