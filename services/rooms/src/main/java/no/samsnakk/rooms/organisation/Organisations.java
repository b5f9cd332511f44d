package no.samsnakk.rooms.organisation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The organisations known here. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, UUID> {}
