package se.sip.county;

import java.util.List;
import se.sip.county.XmlOutline.Element;

/** Takes what is wrong with one element of a file. */
record Findings(Bundle.File file, Element element, List<BundleFault> into) {

    void add(String fault, String remedy) {
        into.add(new BundleFault(file.origin(), element.line(), element.title(), fault, remedy));
    }
}
