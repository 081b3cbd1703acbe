package dev.aiwm.web.identity;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who makes a request; a parameter of a controller method. The ids are opaque. */
public record Caller(String userId, String orgId, Set<String> roles) {
    public static final String ADMIN = "admin";

    /** May decide about what runs, but not about who may what. */
    public static final String OPERATOR = "operator";

    static final String ORG_CLAIM = "orgId";
    static final String ROLES_CLAIM = "roles";

    public Caller {
        requireNonNull(userId, "userId is null");
        requireNonNull(orgId, "orgId is null");
        roles = Set.copyOf(roles);
    }

    /** The caller of the request that this thread works on. */
    public static Optional<Caller> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Caller> of(Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                ? Optional.of(of(token.getToken()))
                : Optional.empty();
    }

    private static Caller of(Jwt token) {
        return new Caller(
                token.getSubject(),
                token.getClaimAsString(ORG_CLAIM),
                rolesIn(token.getClaim(ROLES_CLAIM)));
    }

    private static Set<String> rolesIn(Object claim) {
        Set<String> roles = new TreeSet<>();
        if (claim instanceof Collection<?> list) {
            list.forEach(role -> roles.add(String.valueOf(role)));
        } else if (claim instanceof String text) {
            Arrays.stream(text.split("[ ,]+", -1))
                    .filter(role -> !role.isEmpty())
                    .forEach(roles::add);
        }
        return roles;
    }

    public boolean isAdmin() {
        return roles.contains(ADMIN);
    }

    public Owner asOwner() {
        return new Owner(orgId, userId);
    }

    /** May this caller know that something of this owner exists. */
    public boolean maySee(Owner owner) {
        return isAdmin() || owner != null && owner.orgId().equals(orgId);
    }

    /** The same of what is everybody's when it has no owner, as nodes that are shared. */
    public boolean maySeeOrShares(Owner owner) {
        return owner == null || maySee(owner);
    }

    public void requireOperator() {
        if (!isAdmin() && !roles.contains(OPERATOR)) {
            throw new Rejection(RejectionCode.FORBIDDEN, "this needs the role " + OPERATOR);
        }
    }

    public void requireAdmin() {
        if (!isAdmin()) {
            throw new Rejection(RejectionCode.FORBIDDEN, "this needs the role " + ADMIN);
        }
    }
}
