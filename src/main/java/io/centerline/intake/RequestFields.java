package io.centerline.intake;

import io.centerline.facts.LineField;
import java.util.Set;

/**
 * The fields of the requests, object by object: the closed list that unknown fields are compared with. In JSON
 * they are written in camel case ({@code RECORDED_BY} is {@code recordedBy}); which are required stands in the shapes.
 */
public final class RequestFields {

    static final ObjectShape<RequestField> REQUEST =
            new ObjectShape<>(RequestField.class, Set.of(RequestField.IDEMPOTENCY_KEY), RequestField.IMPORTER);
    /** A request in a batch, which may have a key of its own. */
    static final ObjectShape<RequestField> BATCHED = new ObjectShape<>(RequestField.class, RequestField.IMPORTER);

    static final ObjectShape<ImporterField> IMPORTER = new ObjectShape<>(ImporterField.class, ImporterField.NUMBER);
    static final ObjectShape<LineField> LINE = new ObjectShape<>(LineField.class, LineField.HTS);
    static final ObjectShape<EvidenceField> EVIDENCE = new ObjectShape<>(EvidenceField.class, EvidenceField.values());
    static final ObjectShape<AccountField> ACCOUNT = new ObjectShape<>(AccountField.class);
    static final ObjectShape<DirectionField> DIRECTION = new ObjectShape<>(
            DirectionField.class,
            DirectionField.CENTER,
            DirectionField.FROM,
            DirectionField.AUTHORITY,
            DirectionField.REFERENCE);
    static final ObjectShape<AppealField> APPEAL = new ObjectShape<>(
            AppealField.class, AppealField.PREFERRED, AppealField.FILED, AppealField.STATUS, AppealField.REFERENCE);
    static final ObjectShape<RoutingField> ROUTING =
            new ObjectShape<>(RoutingField.class, RoutingField.IMPORTER, RoutingField.ACTIVITY);
    static final ObjectShape<EntryField> ENTRY = new ObjectShape<>(EntryField.class);
    static final ObjectShape<ProtestField> PROTEST =
            new ObjectShape<>(ProtestField.class, ProtestField.IMPORTER, ProtestField.ENTRIES);
    static final ObjectShape<ProtestedField> PROTESTED =
            new ObjectShape<>(ProtestedField.class, ProtestedField.NUMBER, ProtestedField.PORT);
    public static final ObjectShape<NumbersField> NUMBERS = new ObjectShape<>(NumbersField.class, NumbersField.NUMBERS);
    public static final ObjectShape<ImpactField> IMPACT = new ObjectShape<>(ImpactField.class, ImpactField.CANDIDATE);
    public static final ObjectShape<FilterField> FILTER = new ObjectShape<>(FilterField.class);
    public static final ObjectShape<ActivationField> ACTIVATION =
            new ObjectShape<>(ActivationField.class, ActivationField.AUTHOR, ActivationField.REASON);

    public static final ObjectShape<ProposalField> PROPOSAL =
            new ObjectShape<>(ProposalField.class, ProposalField.RULEBOOK, ProposalField.AUTHOR, ProposalField.REASON);
    public static final ObjectShape<ReviewField> REVIEW =
            new ObjectShape<>(ReviewField.class, ReviewField.VERDICT, ReviewField.REVIEWER);
    public static final ObjectShape<CommentField> COMMENT =
            new ObjectShape<>(CommentField.class, CommentField.values());

    public static final ObjectShape<StatementField> STATEMENT =
            new ObjectShape<>(StatementField.class, StatementField.AUTHOR, StatementField.REASON);

    public static final ObjectShape<OrderField> ORDER = new ObjectShape<>(
            OrderField.class,
            OrderField.CENTER,
            OrderField.FROM,
            OrderField.AUTHORITY,
            OrderField.REFERENCE,
            OrderField.AUTHOR,
            OrderField.REASON);
    public static final ObjectShape<AdoptionField> ADOPTION =
            new ObjectShape<>(AdoptionField.class, AdoptionField.AUTHOR, AdoptionField.REASON);

    public static final ObjectShape<BulkAdoptionField> BULK_ADOPTION = new ObjectShape<>(
            BulkAdoptionField.class, BulkAdoptionField.AUTHOR, BulkAdoptionField.REASON, BulkAdoptionField.DECISIONS);

    public static final ObjectShape<WithdrawalField> WITHDRAWAL =
            new ObjectShape<>(WithdrawalField.class, WithdrawalField.values());

    public static final ObjectShape<PacketField> PACKET = new ObjectShape<>(
            PacketField.class, PacketField.FILED, PacketField.REFERENCE, PacketField.AUTHOR, PacketField.REASON);
    public static final ObjectShape<DataField> DATA = new ObjectShape<>(DataField.class);
    public static final ObjectShape<HeadingField> HEADING =
            new ObjectShape<>(HeadingField.class, HeadingField.HEADING, HeadingField.COUNT);
    public static final ObjectShape<ResolutionField> RESOLUTION = new ObjectShape<>(
            ResolutionField.class, ResolutionField.OUTCOME, ResolutionField.AUTHOR, ResolutionField.REASON);

    private RequestFields() {}

    enum RequestField {
        IMPORTER,
        AS_OF,
        LINES,
        EVIDENCE,
        ACCOUNT,
        IDEMPOTENCY_KEY
    }

    enum ImporterField {
        NUMBER,
        NAME,
        KIND
    }

    enum EvidenceField {
        FACTOR,
        CENTER,
        REFERENCE,
        RECORDED_BY,
        RECORDED_ON
    }

    enum AccountField {
        CENTER,
        SINCE,
        DIRECTED,
        APPEALS
    }

    enum DirectionField {
        CENTER,
        FROM,
        UNTIL,
        AUTHORITY,
        REFERENCE
    }

    enum AppealField {
        PREFERRED,
        FILED,
        STATUS,
        EFFECTIVE,
        REFERENCE
    }

    enum RoutingField {
        IMPORTER,
        AS_OF,
        ACTIVITY,
        ACCOUNT,
        ENTRY
    }

    enum EntryField {
        NUMBER,
        PORT,
        LINES
    }

    enum ProtestField {
        IMPORTER,
        AS_OF,
        ACCOUNT,
        ENTRIES
    }

    enum ProtestedField {
        NUMBER,
        PORT,
        LINES,
        IMPORTER,
        MERCHANDISE,
        DECISION
    }

    public enum NumbersField {
        NUMBERS,
        AS_OF,
        PREVIEW
    }

    public enum StatementField {
        NAME,
        KIND,
        FAMILY,
        CENTER,
        SINCE,
        CORRECTS,
        AUTHOR,
        REASON
    }

    public enum OrderField {
        CENTER,
        FROM,
        UNTIL,
        AUTHORITY,
        REFERENCE,
        AUTHOR,
        REASON
    }

    public enum AdoptionField {
        AUTHOR,
        REASON,
        SINCE
    }

    public enum BulkAdoptionField {
        AUTHOR,
        REASON,
        SINCE,
        DECISIONS
    }

    public enum WithdrawalField {
        AUTHOR,
        REASON
    }

    public enum PacketField {
        FILED,
        REFERENCE,
        CURRENT_CENTER,
        PREFERRED,
        IMPORTERS,
        BONDS,
        JUSTIFICATION,
        DATA,
        AUTHOR,
        REASON
    }

    public enum DataField {
        FROM,
        TO,
        HEADINGS
    }

    public enum HeadingField {
        HEADING,
        COUNT,
        VALUE
    }

    public enum ResolutionField {
        OUTCOME,
        EFFECTIVE,
        AUTHORITY,
        AUTHOR,
        REASON
    }

    public enum ActivationField {
        AUTHOR,
        REASON,
        EXPECTED_ACTIVE,
        IMPACT,
        UNDECIDED_REASON,
        CORRECTION,
        PROPOSAL
    }

    public enum ProposalField {
        RULEBOOK,
        AUTHOR,
        REASON,
        DRAFT,
        CORRECTION,
        IMPACT
    }

    public enum ReviewField {
        VERDICT,
        REVIEWER,
        COMMENT,
        COMMENTS
    }

    public enum CommentField {
        FILE,
        LINE,
        TEXT
    }

    public enum ImpactField {
        CANDIDATE,
        FILTER,
        SAMPLE,
        AS_OF
    }

    public enum FilterField {
        KIND,
        IMPORTER,
        CENTER,
        BASIS,
        STATUS,
        REVIEW,
        RULE,
        FROM,
        TO,
        RULEBOOK
    }
}
