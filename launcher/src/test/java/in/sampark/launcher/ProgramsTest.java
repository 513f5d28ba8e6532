package in.sampark.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    Path folder;

    @Test
    void buildsAreToldApartByTheirContentAlone() throws IOException {
        Path first = jar("first", "one");
        Path same = jar("same", "one");
        Path other = jar("other", "two");

        assertThat(Files.size(other)).isEqualTo(Files.size(first));
        assertThat(Programs.buildOf(same)).isEqualTo(Programs.buildOf(first));
        assertThat(Programs.buildOf(other)).isNotEqualTo(Programs.buildOf(first));
    }

    /** As reproducible builds make them: always of the same time. */
    private Path jar(String name, String content) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("A.class").setLastModifiedTime(FileTime.fromMillis(0)));
            out.write(content.getBytes());
            out.closeEntry();
        }
        return Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    }
}
