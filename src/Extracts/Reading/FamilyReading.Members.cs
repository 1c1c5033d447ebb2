using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Reading;

/// <summary>What is read of one member.</summary>
public sealed partial class FamilyReading
{
    /// <summary>Whether what was told of a member may be used.</summary>
    internal bool MayUse(Member member) => !someUseWithdrawn || Family.Consents.AllowUse(ConsentScope.Interview, member.Id, Context.Today);

    /// <summary>Whether a member filled in a form that may be used, or was interviewed.</summary>
    internal bool HasAnswered(Member member)
    {
        foreach (var wave in Waves)
            if (FormsFrom(member.Id, wave.Design.Code) > 0 || (wave.InterviewDay is not null && wave.Respondent?.Id == member.Id && MayUse(member))) return true;
        return false;
    }

    internal int FormsFrom(MemberId member, WaveCode wave)
    {
        var count = 0;
        foreach (var form in Family.Forms)
            if (form.Place.Wave == wave && form.Place.Respondent.Member == member && MayUse(MainForms.Definition(Frame, form), form.Place) && !LeavesOut(form)) count++;
        return count;
    }
}
