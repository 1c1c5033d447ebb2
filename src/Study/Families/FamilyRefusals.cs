using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>Refusals about families and their members. Codes are public and never reworded.</summary>
public static class FamilyRefusals
{
    public static readonly Refusal NotAnId = new("family.not-an-id", "That is not a family id. Check it for a mistyped character.");
    public static readonly Refusal NotAMemberId = new("member.not-an-id", "That is not a member id. Check it for a mistyped character.");
    public static readonly Refusal Unknown = new("family.unknown", "There is no such family, or it is not at one of your sites.", RefusalKind.NotFound);
    public static readonly Refusal Serial = new("family.serial", "Give the authority's serial, at most 80 characters and no name.");
    public static readonly Refusal Approacher = new("family.approacher", "Say who asked, or who decided not to, by role and initials, in at most 80 characters.");
    public static readonly Refusal GivenBy = new("consent.given-by", "Say who gave the consent: a member id, or the authority.");
    public static readonly Refusal NoScope = new("consent.no-scope", "Choose at least one thing that the consent is withdrawn for.");
    public static readonly Refusal NotAgreed = new("family.not-agreed", "The family has not agreed to be contacted yet. Record that first.", RefusalKind.Conflict);
    public static readonly Refusal ReasonNeeded = new("reason.needed", "Give the reason; it becomes part of the record.");
    public static readonly Refusal Future = new("date.future", "This date lies in the future. Enter the day on which it happened.");
    public static readonly Refusal ChildNeedsBirth = new("member.birth", "Give the child's birth month and year.");
    public static readonly Refusal BornInFuture = new("member.born-in-future", "The birth month lies in the future.");
    public static readonly Refusal LeftBeforeJoining = new("member.left-before-joining", "They cannot have left before they joined.");
    public static readonly Refusal RoleOfAnotherKind = new("member.role-kind", "A child cannot take an adult's role, nor an adult a child's. Add them as a new member.");
    public static readonly Refusal RoleBeforeJoining = new("member.role-before-joining", "They cannot have taken the role before they joined.");
    public static readonly Refusal NoEligibleChild = new("family.no-eligible-child", "No child of this family is within the ages that the study follows.");
    public static readonly Refusal JoinedBeforeBirth = new("member.joined-before-birth", "They cannot have joined the family before they were born. For a newborn child give the birth month.");
    public static Refusal WithdrawnBeforeGiven(DateOnly on) => new Refusal("consent.withdrawn-before-given", $"This consent was given on {DayWords.Of(on)}; it cannot be withdrawn from an earlier day.").At("from");
    public static Refusal TooManyMembers(int most) => new("family.too-many-members", $"A family holds at most {most} members.");
    public static Refusal Exists(FamilyId id) => new("family.exists", $"Family {id} is already in the study.", RefusalKind.Conflict);
    public static Refusal UnknownMember(MemberId id) => new("member.unknown", $"The family has no member {id}.");
    public static Refusal BeforeSampling(DateOnly on) => new("date.before-sampling", $"The family was sampled on {DayWords.Of(on)}; this cannot be earlier.");
    public static Refusal Ended(DateOnly? on) => new("family.ended", $"This family's part in the study ended on {DayWords.Of(on)}.", RefusalKind.Conflict);
    public static Refusal NotAtThisStage(Stage stage) => new("family.stage", $"This cannot be recorded now: the family's stage is '{Words(stage)}'.", RefusalKind.Conflict);

    private static string Words(Stage stage) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(stage.ToString()).Replace('-', ' ');
}
