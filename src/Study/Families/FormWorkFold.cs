using System.Collections.Immutable;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>The fold of what happens to forms after they were entered. Where the entry itself was erased there is no form, and nothing changes.</summary>
internal static class FormWorkFold
{
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        FamilyFact.FormEdited f => Change(family, f.Place, form => Edited(form, f, fact)),
        FamilyFact.FormCorrected f => Change(family, f.Place, form => Corrected(form, f, fact)),
        FamilyFact.FormMoved f => Moved(family, f, fact),
        FamilyFact.FormsSwapped f => Swapped(family, f, fact),
        FamilyFact.FormLeaving f => Grow(family, f.Place, t => t with { Leaving = new(f.To, f.Now, fact.Head.By, fact.Head.At, fact.Why ?? "") }),
        FamilyFact.FormStayed f => Grow(family, f.Place, t => t with { Leaving = null }),
        FamilyFact.FormTakenIn f => TakenIn(family, f, fact),
        FamilyFact.FormGivenUp f => GivenUp(family, f),
        FamilyFact.FormLocked f => Grow(family, f.Place, t => t with { Locks = t.Locks.Add(new(fact.Head.By, fact.Head.At, fact.Why ?? "")) }),
        FamilyFact.FormUnlocked f => Grow(family, f.Place, t => t with { Locks = [.. t.Locks.Select(l => l.Unlocked is null ? l with { Unlocked = new(fact.Head.By, fact.Head.At, fact.Why ?? "") } : l)] }),
        FamilyFact.FormReceiptNoted f => family with { Receipts = WithNote(family.Receipts, f.Place, new(f.Step, f.On, f.Box, fact.Head.By, fact.Head.At)) },
        FamilyFact.QueryOpened f => Grow(family, f.Place, t => t with { Queries = t.Queries.Add(new(f.Number, f.Item, [Said(QueryState.Open, f.Remark, fact)])) }),
        FamilyFact.QueryAnswered f => Remark(family, f.Place, f.Number, Said(QueryState.Answered, f.Remark, fact)),
        FamilyFact.QueryClosed f => Remark(family, f.Place, f.Number, Said(QueryState.Closed, f.Remark, fact)),
        FamilyFact.QueryReopened f => Remark(family, f.Place, f.Number, Said(QueryState.Reopened, f.Remark, fact)),
        _ => family,
    };

    private static Form Edited(Form form, FamilyFact.FormEdited f, Recorded<FamilyFact> fact) => (form with { Answers = form.Answers.With(f.New), Version = fact.Head.N })
        .WithTrail(t => t with { Aside = f.Aside, Changes = t.Changes.Add(new(f.Old, f.New, f.Reason, fact.Head.By, fact.Head.At, fact.Why, fact.Head.N)) });

    private static Form Corrected(Form form, FamilyFact.FormCorrected f, Recorded<FamilyFact> fact)
    {
        var (was, now) = (FormHead.Of(form), new FormHead(f.CompletedOn, f.Mode, Intern.Text(f.Language)));
        var change = new FormChange(Instruments.Answers.None, Instruments.Answers.None, f.Reason, fact.Head.By, fact.Head.At, fact.Why, fact.Head.N) { OldHead = was, NewHead = now };
        return (form with { CompletedOn = now.CompletedOn, Mode = now.Mode, Language = now.Language, Flags = f.Flags, Version = fact.Head.N }).WithTrail(t => t with { Changes = t.Changes.Add(change) });
    }

    private static FamilyState Moved(FamilyState family, FamilyFact.FormMoved f, Recorded<FamilyFact> fact) => family.FormAt(f.From) is null ? family
        : Change(family, f.From, form => At(family, form, f.To, f.Flags, fact, swapped: false)) with
        {
            NotAchieved = family.NotAchieved.RemoveAll(n => n.Place.IsSameAs(f.To)),
            Receipts = Brought(family.Receipts, f.From, f.To),
        };

    private static FamilyState Swapped(FamilyState family, FamilyFact.FormsSwapped f, Recorded<FamilyFact> fact) => family with
    {
        Forms = [.. family.Forms.Select(form => form.Place == f.One ? At(family, form, f.Other, f.FlagsAtOther, fact, swapped: true)
            : form.Place == f.Other ? At(family, form, f.One, f.FlagsAtOne, fact, swapped: true) : form)],
        Receipts = [.. family.Receipts.Select(r => r.Place == f.One ? r with { Place = f.Other } : r.Place == f.Other ? r with { Place = f.One } : r)],
    };

    private static Form At(FamilyState family, Form form, FormPlace to, ImmutableArray<FormFlag> flags, Recorded<FamilyFact> fact, bool swapped) =>
        (form with { Place = FamilyFold.Shared(family, to), Flags = flags, Version = fact.Head.N })
            .WithTrail(t => t with { Moves = t.Moves.Add(new(form.Place, to, fact.Head.By, fact.Head.At, fact.Why ?? "", swapped)) });

    private static FamilyState TakenIn(FamilyState family, FamilyFact.FormTakenIn f, Recorded<FamilyFact> fact) => family with
    {
        Forms = family.Forms.Add(new(FamilyFold.Shared(family, f.Place), f.InstrumentVersion, f.CompletedOn, f.Mode, Intern.Text(f.Language), f.Flags, f.Answers, f.EnteredAt, f.EnteredBy, fact.Head.N)
        {
            Trail = new() { Aside = f.Aside, Changes = f.Changes, Queries = f.Queries, Moves = f.Moves, Locks = f.Locks, Second = f.Second, MatchedBy = f.MatchedBy, Origin = new(f.From, f.Was, fact.Head.By, fact.Head.At, fact.Why ?? "") { VerifiedAt = f.VerifiedAt } },
        }),
        NotAchieved = family.NotAchieved.RemoveAll(n => n.Place.IsSameAs(f.Place)),
        Receipts = f.Paper.IsEmpty ? family.Receipts : With(family.Receipts, f.Place, f.Paper),
    };

    private static FamilyState GivenUp(FamilyState family, FamilyFact.FormGivenUp f) => family with
    {
        Forms = family.Forms.RemoveAll(form => form.Place == f.Place),
        Receipts = family.FormAt(f.Place) is null ? family.Receipts : family.Receipts.RemoveAll(r => r.Place == f.Place),
        GivenUp = family.GivenUp.Add(new(f.Place, f.To, f.Now)),
    };

    private static QueryRemark Said(QueryState state, string text, Recorded<FamilyFact> fact) => new(state, text, fact.Head.By, fact.Head.At);

    private static FamilyState Remark(FamilyState family, FormPlace place, int number, QueryRemark remark) =>
        Grow(family, place, t => t with { Queries = [.. t.Queries.Select(q => q.Number == number ? q with { Thread = q.Thread.Add(remark) } : q)] });

    private static ImmutableArray<FormReceipts> WithNote(ImmutableArray<FormReceipts> all, FormPlace place, ReceiptNote note)
    {
        var noted = all.FirstOrDefault(r => r.Place == place)?.Notes.RemoveAll(n => n.Step == note.Step) ?? [];
        return [.. all.Where(r => r.Place != place), new FormReceipts(place, [.. noted.Append(note).OrderBy(n => n.Step)])];
    }

    /// <summary>The paper's notes go with it; what was noted where it comes to stands for the steps that it has no note of.</summary>
    private static ImmutableArray<FormReceipts> Brought(ImmutableArray<FormReceipts> all, FormPlace from, FormPlace to)
    {
        if (all.FirstOrDefault(r => r.Place == from) is not { } brought) return all;
        return With([.. all.Where(r => r.Place != from)], to, brought.Notes);
    }

    private static ImmutableArray<FormReceipts> With(ImmutableArray<FormReceipts> all, FormPlace place, ImmutableArray<ReceiptNote> brought)
    {
        var there = all.FirstOrDefault(r => r.Place == place)?.Notes ?? [];
        return [.. all.Where(r => r.Place != place), new(place, [.. brought.Concat(there.Where(n => brought.All(b => b.Step != n.Step))).OrderBy(n => n.Step)])];
    }

    private static FamilyState Grow(FamilyState family, FormPlace place, Func<FormTrail, FormTrail> grow) => Change(family, place, form => form.WithTrail(grow));

    private static FamilyState Change(FamilyState family, FormPlace place, Func<Form, Form> change)
    {
        for (var i = 0; i < family.Forms.Length; i++)
            if (family.Forms[i].Place == place) return family with { Forms = family.Forms.SetItem(i, change(family.Forms[i])) };
        return family;
    }
}
