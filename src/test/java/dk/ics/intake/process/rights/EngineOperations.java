package dk.ics.intake.process.rights;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.plugin.resources.AdminPluginsRootResource;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.cockpit.impl.plugin.base.sub.resources.ProcessDefinitionResource;
import org.camunda.bpm.cockpit.impl.plugin.base.sub.resources.ProcessInstanceResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.BaseRootResource;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;
import org.jspecify.annotations.Nullable;

/** Every operation the engine's REST interface and the web applications have, read from their own annotations. */
public final class EngineOperations {

    /** @param path below the root of the engine, each variable replaced by a value that names nothing */
    public record Operation(String method, String path) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private EngineOperations() {}

    /** Paths below the engine, as {@code /task/x/claim}. */
    public static List<Operation> ofEngine() {
        List<Operation> operations = new ArrayList<>();
        collect(NamedProcessEngineRestServiceImpl.class, "", operations, 0);
        return operations.stream()
                .filter(operation -> operation.path().startsWith("/engine/x/"))
                .map(operation ->
                        new Operation(operation.method(), operation.path().substring("/engine/x".length())))
                .distinct()
                .toList();
    }

    /** Paths of the web applications' own interfaces, from the address' root. */
    public static List<Operation> ofWebapps() {
        List<Operation> operations = new ArrayList<>();
        collect(UserAuthenticationResource.class, "/camunda/api/admin", operations, 0);
        collect(SetupResource.class, "/camunda/api/admin", operations, 0);
        collect(AdminPluginsRootResource.class, "/camunda/api/admin", operations, 0);
        collect(BaseRootResource.class, "/camunda/api/cockpit", operations, 0);
        String base = "/camunda/api/cockpit/plugin/base/x";
        collect(ProcessDefinitionResource.class, base + "/process-definition/x", operations, 1);
        collect(ProcessInstanceResource.class, base + "/process-instance/x", operations, 1);
        return operations.stream()
                .map(operation ->
                        new Operation(operation.method(), operation.path().replace("/x", "/default")))
                .distinct()
                .toList();
    }

    private static void collect(Class<?> resource, String prefix, List<Operation> found, int depth) {
        if (depth > 6) {
            throw new IllegalStateException("Resources nest without end at " + prefix);
        }
        String root = depth == 0 ? prefix + path(annotation(resource, Path.class)) : prefix;
        for (Method method : resource.getMethods()) {
            Optional<String> verb = verb(method);
            Path path = annotation(method, Path.class);
            String full = root + path(path);
            if (verb.isPresent()) {
                found.add(new Operation(verb.get(), full));
            } else if (path != null) {
                collect(method.getReturnType(), full, found, depth + 1);
            }
        }
    }

    private static String path(@Nullable Path path) {
        if (path == null) {
            return "";
        }
        String plain = path.value().replaceAll("\\{[^}]*}", "x");
        return (plain.startsWith("/") ? plain : "/" + plain).replaceAll("/$", "");
    }

    private static Optional<String> verb(Method method) {
        return declarations(method)
                .flatMap(declared -> Arrays.stream(declared.getAnnotations()))
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static <A extends Annotation> @Nullable A annotation(Method method, Class<A> type) {
        return declarations(method)
                .map(declared -> declared.getAnnotation(type))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static <A extends Annotation> @Nullable A annotation(Class<?> resource, Class<A> type) {
        return Stream.concat(Stream.of(resource), Arrays.stream(resource.getInterfaces()))
                .map(declared -> declared.getAnnotation(type))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The method and what it overrides: JAX-RS inherits annotations, Java does not. */
    private static Stream<Method> declarations(Method method) {
        List<Method> all = new ArrayList<>(List.of(method));
        for (Class<?> type : supertypes(method.getDeclaringClass())) {
            try {
                all.add(type.getMethod(method.getName(), method.getParameterTypes()));
            } catch (NoSuchMethodException notThere) {
                continue;
            }
        }
        return all.stream();
    }

    private static List<Class<?>> supertypes(Class<?> type) {
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            all.add(one);
            for (Class<?> contract : one.getInterfaces()) {
                all.add(contract);
                all.addAll(Arrays.asList(contract.getInterfaces()));
            }
        }
        return all;
    }
}
