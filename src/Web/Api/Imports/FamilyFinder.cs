using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>From what a row says of its family to the family's id: an id, a member's id, or the authority's serial.</summary>
internal sealed class FamilyFinder(ILookup<string, SerialFamily> bySerial)
{
    public Decision<FamilyId> Find(ResponseRow row) => Find(row.Id, row.Serial, row.Site);

    public Decision<FamilyId> Find(string id, string serial, string site)
    {
        if (id.Length > 0)
            return MemberId.TryParse(id, null, out var member) ? member.Family : FamilyId.TryParse(id, null, out var family) ? family : FamilyRefusals.NotAnId.At("id");
        if (serial.Length == 0) return ImportRefusals.NoId;
        var found = bySerial[serial].Where(f => site.Length == 0 || f.Site.ToString().Equals(site, StringComparison.OrdinalIgnoreCase)).ToList();
        return found switch
        {
            [var only] => only.Family,
            [] => ImportRefusals.UnknownSerial(serial),
            _ => ImportRefusals.SeveralSerials(serial, found.Select(f => f.Site)),
        };
    }
}
