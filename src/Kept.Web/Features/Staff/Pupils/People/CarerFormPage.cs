using Kept.Domain.People;
using Kept.Web.Components;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>What the fields about a carer need, whichever page they stand on.</summary>
public sealed record CarerFormPage(CarerForm Form)
{
    public IReadOnlyList<Choice> Known { get; } = [.. Enum.GetValues<KnownOrNot>().Select(k => new Choice(k.ToString(), k.InWords()))];

    public IReadOnlyList<Choice> Homes { get; } = [.. Enum.GetValues<LivesWith>().Select(l => new Choice(l.ToString(), l.InWords()))];
}
