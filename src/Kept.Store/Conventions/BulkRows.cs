using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kept.Store.Conventions;

/// <summary>
/// Writes new rows without the change tracker: prepared inserts on SQLite, whole columns at a time on PostgreSQL (where COPY is
/// refused under row-level security). Knows tables from the model, so that a new column needs nothing here.
/// </summary>
public sealed class BulkRows(KeptDb db)
{
    /// <summary>Rows of one noun that are written at a time on PostgreSQL.</summary>
    private const int BatchRows = 2000;

    private readonly Dictionary<Type, BulkTable> tables = [];
    private readonly List<BulkTable> inOrder = [];
    private int waiting;

    /// <summary>What is added first is written first, noun by noun: a row comes after those that it refers to.</summary>
    public void Add(object row)
    {
        if (!tables.TryGetValue(row.GetType(), out var table))
        {
            table = new BulkTable(db.Model.FindEntityType(row.GetType())!);
            tables.Add(row.GetType(), table);
            inOrder.Add(table);
        }

        table.Add(row);
        waiting++;
    }

    public async Task FlushIfManyAsync(CancellationToken cancel)
    {
        if (waiting >= BatchRows * 4)
        {
            await FlushAsync(cancel);
        }
    }

    public async Task FlushAsync(CancellationToken cancel)
    {
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var table in inOrder)
        {
            await table.WriteAsync(connection, transaction, byColumn: db.Database.IsNpgsql(), cancel);
        }

        waiting = 0;
    }
}

/// <summary>One table, and the rows of it that wait to be written.</summary>
internal sealed class BulkTable
{
    private readonly string name;
    private readonly IProperty[] columns;
    private readonly List<object?[]> rows = [];
    private DbCommand? prepared;

    public BulkTable(IEntityType type)
    {
        name = type.GetTableName()!;
        columns = [.. type.GetProperties()];
    }

    private string ColumnNames => string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""));

    public void Add(object row) => rows.Add(Array.ConvertAll(columns, column => Stored(column, column.GetGetter().GetClrValueUsingContainingEntity(row))));

    public async Task WriteAsync(DbConnection connection, DbTransaction transaction, bool byColumn, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (byColumn)
        {
            await WriteColumnsAsync(connection, transaction, cancel);
        }
        else
        {
            await WriteRowsAsync(connection, transaction, cancel);
        }

        rows.Clear();
    }

    private async Task WriteRowsAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        prepared ??= Prepare(connection);
        prepared.Transaction = transaction;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                prepared.Parameters[i].Value = row[i] ?? DBNull.Value;
            }

            await prepared.ExecuteNonQueryAsync(cancel);
        }
    }

    private DbCommand Prepare(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{name}\" ({ColumnNames}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private async Task WriteColumnsAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO \"{name}\" ({ColumnNames}) SELECT * FROM unnest({string.Join(", ", columns.Select((c, i) => $"@p{i}::{c.GetColumnType()}[]"))})";
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = ColumnOf(i);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>A typed array: the driver cannot tell what an array of objects holds.</summary>
    private Array ColumnOf(int index)
    {
        var type = StoredType(columns[index]);
        var column = Array.CreateInstance(type.IsValueType && columns[index].IsNullable ? typeof(Nullable<>).MakeGenericType(type) : type, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            column.SetValue(rows[i][index], i);
        }

        return column;
    }

    private static object? Stored(IProperty column, object? value) =>
        value is not null && column.FindTypeMapping()?.Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private static Type StoredType(IProperty column)
    {
        var type = column.FindTypeMapping()?.Converter?.ProviderClrType ?? column.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
