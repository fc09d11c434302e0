package se.sip.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.sip.county.Bundle;

/** A county's set as a folder that Camunda Modeler opens: the national base, and the county's own files in its folders. */
final class BundleZip {

    private BundleZip() {
    }

    static byte[] of(Bundle bundle) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (Bundle.File file : bundle.bases().values()) {
                add(zip, file);
            }
            for (Bundle.File file : bundle.files().values()) {
                if (file.isOwn()) {
                    add(zip, file);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static void add(ZipOutputStream zip, Bundle.File file) throws IOException {
        zip.putNextEntry(new ZipEntry(file.origin()));
        zip.write(file.content());
        zip.closeEntry();
    }
}
