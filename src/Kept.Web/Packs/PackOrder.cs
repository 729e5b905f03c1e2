using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Packs;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;

namespace Kept.Web.Packs;

/// <summary>A pack to be made: whose record, as whom it is read, and what is wished for.</summary>
/// <param name="By">Whose sight it is read with; never more than this goes out.</param>
internal sealed record PackOrder(School School, StaffViewer By, Id<Pupil> Pupil, PackWish Wish);

/// <summary>How far the making has come.</summary>
internal sealed record PackStep(string Doing, int Percent);
