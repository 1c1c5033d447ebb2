using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>Where a child lives, read off the removals and returns recorded in the case.</summary>
public static class Placements
{
    /// <summary>Whether the last removal or return by that day was a removal.</summary>
    public static bool IsAway(FamilyState family, MemberId child, DateOnly day)
    {
        CaseEvent? last = null;
        foreach (var e in family.CaseEvents)
            if (e.Kind is CaseEventKind.Removal or CaseEventKind.Return && (e.Child is null || e.Child == child) && e.On.Earliest <= day
                && (last is null || e.On.Earliest >= last.On.Earliest)) last = e;
        return last?.Kind == CaseEventKind.Removal;
    }

    /// <summary>The foster, kin or residential carer who came last; <c>null</c> where none is a member yet.</summary>
    public static Member? CarerOn(FamilyState family, DateOnly day)
    {
        Member? last = null;
        foreach (var m in family.Members)
            if (m.Role is MemberRole.KinCarer or MemberRole.FosterCarer or MemberRole.ResidentialWorker && m.IsOn(day)) last = m;
        return last;
    }
}
