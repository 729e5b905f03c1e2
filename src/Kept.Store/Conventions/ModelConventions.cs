using Kept.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Kept.Store.Conventions;

/// <summary>What holds for every noun, so that no mapping has to say it.</summary>
internal static class ModelConventions
{
    public static void StoreOurTypes(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Instant>().HaveConversion<InstantConverter>();
        conventions.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        conventions.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        conventions.Properties<IReadOnlyList<string>>().HaveConversion<CodeListConverter, CodeListComparer>();

        Type[] ours = [.. typeof(Id<>).Assembly.GetTypes(), .. typeof(KeptDb).Assembly.GetTypes()];
        foreach (var noun in ours.Where(type => type is { IsClass: true, IsGenericType: false, IsPublic: true }))
        {
            conventions.Properties(typeof(Id<>).MakeGenericType(noun)).HaveConversion(typeof(IdConverter<>).MakeGenericType(noun));
        }

        foreach (var words in ours.Where(type => type is { IsEnum: true, IsPublic: true }))
        {
            conventions.Properties(words).HaveConversion(typeof(EnumWordConverter<>).MakeGenericType(words)).HaveMaxLength(40);
        }
    }

    /// <summary>snake_case names, which PostgreSQL people can type without quotes.</summary>
    public static void NameInSnakeCase(this ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => !e.IsMappedToJson() && e.GetTableName() is not null))
        {
            entity.SetTableName(Words.Snake(entity.GetTableName()!.Replace("AspNet", "", StringComparison.Ordinal)));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Words.Snake(property.Name));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName($"{(key.IsPrimaryKey() ? "pk" : "ak")}_{entity.GetTableName()}");
            }

            foreach (var foreign in entity.GetForeignKeys())
            {
                foreign.SetConstraintName($"fk_{entity.GetTableName()}_{string.Join('_', foreign.Properties.Select(p => Words.Snake(p.Name)))}");
                foreign.DeleteBehavior = DeleteBehavior.NoAction;
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName($"ix_{entity.GetTableName()}_{string.Join('_', index.Properties.Select(p => Words.Snake(p.Name)))}");
            }
        }
    }
}
