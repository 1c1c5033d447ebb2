using SosLongitudinal.Grains.Vouchers;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Vouchers;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Vouchers;

/// <summary>Gift vouchers: given once, with their receipts, and a list for the accounts.</summary>
internal static class VouchersApi
{
    private const string Tag = "Vouchers";

    public static void MapVouchers(this RouteGroupBuilder api)
    {
        api.MapPost("/families/{id}/vouchers", Give).Task("Api/Vouchers/Give").Produces<VoucherView>(201).ProducesProblem(409).WithTags(Tag).WithSummary("Record a voucher that was given; a serial is given once in the whole study");
        api.MapGet("/vouchers", List).Task("Api/Vouchers/List").Produces<VouchersView>().WithTags(Tag).WithSummary("Vouchers of a site and wave with their sum; open=true: those without a receipt");
        api.MapGet("/vouchers.csv", Csv).Task("Api/Vouchers/List").Produces(200, contentType: "text/csv").WithTags(Tag).WithSummary("The same for the accounts: serials and ids, no names");
        api.MapPut("/vouchers/{serial}/receipt", NoteReceipt).Task("Api/Vouchers/Give").Produces<VoucherView>().WithTags(Tag).WithSummary("Record what shows that a voucher came");
        api.MapPost("/vouchers/{serial}/void", Void).Task("Api/Vouchers/Void").Produces<VoucherView>().WithTags(Tag).WithSummary("Void a voucher that was recorded in error, lost or returned");
    }

    private static async Task<IResult> Give(string id, GiftBody body, IdempotencyKey key, Person person, FamilyScope scope, VoucherDesk desk, TimeProvider clock)
    {
        var found = await scope.Family(id, person);
        if (found is not Decision<FamilyState>.Accepted { Value: var family }) return ((Decision<FamilyState>.Refused)found).Why.ToProblem();
        if (!VoucherSerial.TryParse(body.Serial, null, out var serial)) return VoucherRefusals.Serial.At("serial").ToProblem();
        if (body.Member.Family != family.Id) return FamilyRefusals.UnknownMember(body.Member).At("member").ToProblem();
        var stamp = person.Stamp(key, clock, body.Reason);
        var gift = new VoucherGift(family.Site, body.Member, body.Wave, body.Pence, body.Kind, body.Way, body.On, body.By ?? stamp.By);
        return (await desk.Give(serial, family, gift, person.AsViewer(), stamp)).ToResult(given => Results.Created($"/api/v1/vouchers/{given.Serial}", VoucherView.Of(given)));
    }

    private static async Task<IResult> List(Person person, IGrainFactory grains, SiteCode? site = null, WaveCode? wave = null, bool open = false) =>
        Results.Ok(VouchersView.Of(await grains.Vouchers().Find(new() { Scope = person.Scope(), Site = site, Wave = wave, Open = open })));

    private static async Task<IResult> Csv(Person person, IGrainFactory grains, string? site = null, string? wave = null)
    {
        var question = new VoucherQuestion { Scope = person.Scope(), Site = SiteCode.TryParse(site, null, out var s) ? s : null, Wave = WaveCode.TryParse(wave, null, out var w) ? w : null };
        return Results.File(VoucherCsv.Of(await grains.Vouchers().Find(question)), "text/csv", "vouchers.csv");
    }

    private static Task<IResult> NoteReceipt(string serial, ReceiptBody body, IdempotencyKey key, Person person, VoucherDesk desk, TimeProvider clock) =>
        Of(serial, one => desk.NoteReceipt(one, body.Receipt, body.On, person.AsViewer(), person.Stamp(key, clock)));

    private static Task<IResult> Void(string serial, VoidBody body, IdempotencyKey key, Person person, VoucherDesk desk, TimeProvider clock) =>
        Of(serial, one => desk.Void(one, person.AsViewer(), person.Stamp(key, clock, body.Reason)));

    private static async Task<IResult> Of(string serial, Func<VoucherSerial, Task<Decision<Voucher>>> go) =>
        VoucherSerial.TryParse(serial, null, out var one) ? (await go(one)).ToResult(voucher => Results.Ok(VoucherView.Of(voucher))) : VoucherRefusals.Serial.ToProblem();
}
