using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>Whether a member may safely be asked to a focus group in a way. Shows nothing of their contact details.</summary>
public sealed class InviteSafety(IGrainFactory grains)
{
    /// <param name="account">The account of whoever invites.</param>
    public Func<MemberId, Task<bool>> For(AttemptMode way, ContactViewer viewer, string account) =>
        async member => await grains.Contact(member.Family).Check(member, new(way, Local: null), viewer, account) is Decision<ContactUse>.Accepted;
}
