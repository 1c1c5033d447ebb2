using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Show;

/// <summary>What happened between families, one sentence a fact.</summary>
internal static class LinkSentences
{
    public static string? Of(FamilyFact fact) => fact switch
    {
        FamilyFact.CaseEventStruck f => $"Struck out: {f.Event.Words().ToLowerInvariant()}, {f.On.Words()}",
        FamilyFact.MergedFrom f => $"Family {f.Family}, serial {f.Serial}, turned out to be this one ({f.On.Words()}); its members, consents and forms came here",
        FamilyFact.MergedInto f => $"Merged into family {f.Family} ({f.On.Words()})",
        FamilyFact.SplitFrom f => $"This household left family {f.Family} ({f.On.Words()}): {Who(f.Members.Select(m => m.To))}",
        FamilyFact.SplitInto f => $"{Who(f.Members.Select(m => m.From))} left and are family {f.Family} now ({f.On.Words()})",
        _ => null,
    };

    private static string Who(IEnumerable<Study.Kernel.MemberId> members) => string.Join(", ", members.Select(m => m.Short()));
}
