using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>From what a row says of its family to the family's id: an id, a member's id, or the authority's serial.</summary>
internal sealed class FamilyFinder(ILookup<string, SerialFamily> bySerial)
{
    public Decision<FamilyId> Find(ResponseRow row)
    {
        if (row.Id.Length > 0)
            return MemberId.TryParse(row.Id, null, out var member) ? member.Family : FamilyId.TryParse(row.Id, null, out var family) ? family : FamilyRefusals.NotAnId.At("id");
        if (row.Serial.Length == 0) return ImportRefusals.NoId;
        var found = bySerial[row.Serial].Where(f => row.Site.Length == 0 || f.Site.ToString() == row.Site).ToList();
        return found switch
        {
            [var only] => only.Family,
            [] => ImportRefusals.UnknownSerial(row.Serial),
            _ => ImportRefusals.SeveralSerials(row.Serial, found.Select(f => f.Site)),
        };
    }
}
