using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kept.Store.Transfers;

/// <summary>What a row about a pupil hangs on: other rows about the pupil, by their noun's type and id.</summary>
internal static class RowLinks
{
    public static IEnumerable<(IEntityType To, Guid Id)> Of(IEntityType type, object row) =>
        from link in ColumnsOf(type)
        let value = link.Column.GetGetter().GetClrValueUsingContainingEntity(row)
        where value is not null
        select (link.To, (Guid)link.Column.FindTypeMapping()!.Converter!.ConvertToProvider(value)!);

    public static IEnumerable<(IProperty Column, IEntityType To)> ColumnsOf(IEntityType type) =>
        from foreign in type.GetForeignKeys()
        where typeof(IAboutPupil).IsAssignableFrom(foreign.PrincipalEntityType.ClrType) && foreign.PrincipalEntityType.ClrType != typeof(Pupil)
        select (foreign.Properties[^1], foreign.PrincipalEntityType);
}
