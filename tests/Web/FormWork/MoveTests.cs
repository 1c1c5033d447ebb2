using System.Net;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;

namespace SosLongitudinal.Tests.Web.FormWork;

/// <summary>Forms at the wrong place, by page.</summary>
public sealed class MoveTests(RunningStudy study)
{
    private Task<Visitor> Researcher => study.At(RunningStudy.OwnSite, Roles.Researcher);

    private Task<FamilyState> Siblings() => study.Family(but: e => e with { Members = e.Members.Add(new(MemberRole.Child, OpenedStudy.Aged(10), Sex.Male, OpenedStudy.Sampled.AddYears(-2))) });

    [Fact]
    public async Task A_form_is_moved_to_the_sibling_and_swapped_where_there_is_one_already()
    {
        var family = await Siblings();
        var form = await study.EnterSdq(family);
        var sibling = form.Place with { Subject = family.Members.Last(m => m.Role == MemberRole.Child).Id };
        object To(FormPlace place, bool swap = false) => new { ToWave = place.Wave, ToSubject = place.Subject, ToRespondent = place.Respondent, Reason = "in the wrong envelope", Swap = swap };
        var moved = await (await Researcher).Post(FormWorkLinks.Move(family.Id, form.Place), To(sibling));
        Assert.Equal(FormsLinks.Show(family.Id, sibling), moved.Location);

        await study.EnterSdq(family, each: 2);
        var occupied = await (await Researcher).Post(FormWorkLinks.Move(family.Id, form.Place), To(sibling));
        Assert.Equal(HttpStatusCode.Conflict, occupied.Status);
        Assert.NotNull(occupied.Document.QuerySelector("[name=Swap]"));
        var swapped = await (await Researcher).Send(occupied, FormWorkLinks.Move(family.Id, form.Place), To(sibling, swap: true));
        Assert.Equal(FormsLinks.Show(family.Id, sibling), swapped.Location);
        var state = (await study.Grains.Family(family.Id).Read())!;
        Assert.Equal(Study.Instruments.Answer.Of(2), state.FormAt(sibling)!.Answers["somatic"]);
        Assert.Equal(2, state.FormAt(form.Place)!.Trail!.Moves.Length);
    }

    [Fact]
    public async Task Without_a_reason_a_form_does_not_move()
    {
        var family = await Siblings();
        var form = await study.EnterSdq(family);
        var page = await (await Researcher).Post(FormWorkLinks.Move(family.Id, form.Place),
            new { ToWave = form.Place.Wave, ToSubject = family.Members.Last(m => m.Role == MemberRole.Child).Id, ToRespondent = form.Place.Respondent, Reason = "" });
        page.ShouldAskFor("Reason", "Give the reason; it becomes part of the record.");
    }

    [Fact]
    public async Task A_form_keyed_under_the_wrong_family_goes_to_the_right_one()
    {
        var (wrong, right) = (await study.Family(), await study.Family());
        var form = await study.EnterSdq(wrong);
        var address = FormWorkLinks.MoveFamily(wrong.Id, form.Place);
        var chosen = await (await Researcher).Get($"{address}?To={right.Id}");
        var typed = new { ToWave = "t1", ToSubject = right.Child().Id, ToRespondent = right.Parent().Id, Reason = "wrong id keyed" };
        var moved = await (await Researcher).Send(chosen, address, typed);
        Assert.Equal(FormsLinks.Show(right.Id, right.SdqPlace()), moved.Location);
        Assert.Contains($"First entered under family {wrong.Id}", (await (await Researcher).Get(moved.Location!)).Words, StringComparison.Ordinal);
        Assert.Empty((await study.Grains.Family(wrong.Id).Read())!.Forms);
    }

    [Fact]
    public async Task A_family_of_another_site_is_no_family_to_move_to()
    {
        var (wrong, elsewhere) = (await study.Family(), await study.Family(RunningStudy.OtherSite));
        var form = await study.EnterSdq(wrong);
        var page = await (await Researcher).Get($"{FormWorkLinks.MoveFamily(wrong.Id, form.Place)}?To={elsewhere.Id}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        page.ShouldAskFor("To", "There is no such family, or it is not at one of your sites.");
    }
}
