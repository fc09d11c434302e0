package se.sip.county;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import se.sip.engine.ProcessVariable;

/** Which process variables a step reads and sets, read from its code and from the code of the product that it calls. */
final class StepVariables {

    private static final String VARIABLE = ProcessVariable.class.getName().replace('.', '/');
    private static final int DEEPEST = 5;

    private record Method(String owner, String name, String descriptor) {
    }

    private record Body(Set<String> needs, Set<String> gives, Set<Method> calls) {
    }

    private final Map<String, Map<Method, Body>> classes = new HashMap<>();

    /** @param gives ids of the variables that are set; what is only read stands in {@code needs} */
    record Used(Set<String> needs, Set<String> gives) {
    }

    Used of(Class<?> step, List<String> methods) {
        var used = new Used(new TreeSet<>(), new TreeSet<>());
        var seen = new HashSet<Method>();
        String owner = step.getName().replace('.', '/');
        classOf(owner).keySet().stream().filter(m -> methods.contains(m.name())).forEach(m -> follow(m, used, seen, 0));
        used.needs().removeAll(used.gives());
        return used;
    }

    private void follow(Method method, Used used, Set<Method> seen, int depth) {
        Body body = classOf(method.owner()).get(method);
        if (body == null || depth > DEEPEST || !seen.add(method)) {
            return;
        }
        used.needs().addAll(body.needs());
        used.gives().addAll(body.gives());
        body.calls().forEach(call -> follow(call, used, seen, depth + 1));
    }

    private Map<Method, Body> classOf(String owner) {
        return classes.computeIfAbsent(owner, name -> {
            var methods = new HashMap<Method, Body>();
            try (var file = StepVariables.class.getResourceAsStream("/" + name + ".class")) {
                new ClassReader(file).accept(new ClassVisitor(SpringAsmInfo.ASM_VERSION) {
                    @Override
                    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature,
                            String[] exceptions) {
                        var body = new Body(new HashSet<>(), new HashSet<>(), new HashSet<>());
                        methods.put(new Method(name, method, descriptor), body);
                        return new Reading(body);
                    }
                }, ClassReader.SKIP_DEBUG);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return methods;
        });
    }

    private static final class Reading extends MethodVisitor {

        private final Body body;
        private final Deque<String> named = new ArrayDeque<>();

        Reading(Body body) {
            super(SpringAsmInfo.ASM_VERSION);
            this.body = body;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.GETSTATIC && owner.equals(VARIABLE)) {
                named.push(ProcessVariable.valueOf(name).id());
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean ofVariables = descriptor.startsWith("(L" + VARIABLE + ";") && owner.startsWith("se/sip/engine/");
            if (ofVariables && !named.isEmpty()) {
                (name.equals("get") ? body.needs() : body.gives()).add(named.pop());
            } else if (owner.startsWith("se/sip/") && !owner.startsWith("se/sip/engine/")) {
                body.calls().add(new Method(owner, name, descriptor));
            }
        }
    }
}
